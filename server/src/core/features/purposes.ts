import { defineMessages, type Message } from '../../messages/index.js';
import type { LabelId, RefreshColumnId, SectionId, TaskColumnId } from '../vocabulary/vocabulary.js';

/** Code is in backticks. */
const texts = defineMessages('purposes', {
  titleKey: 'The name of the page on the site and in search results. English in every language.',
  descriptionKey: 'What the page is about, for search results. Most playbooks repeat the title.',
  authorKey: 'The name of the person who wrote the page, such as `Ada North`.',
  msAuthorKey: 'The mail alias of the author: not a name, and without the part from the `@`.',
  managerKey: 'The mail alias of the manager who is responsible for the page.',
  msDateKey: 'The day of the last change, as month/day/year with four digits for the year.',
  msTopicKey: 'The kind of page, which depends on its site: `playbook` or `partner-playbook`.',
  msProdKey: 'The product that the page is about. Playbooks have `non-product-specific`.',
  msCustomKey: 'The site that the page belongs to: `internal-playbook` or `partner-playbook`.',
  ftAudienceKey: 'The audience of the page: `internal`, `partner`, or both, separated with a comma.',
  ftOwnerKey: 'The mail alias of the owner of the content.',
  authorsKey: 'Other authors of the page.',
  servicesKey: 'The services that the page is about.',
  msServiceKey: 'The service that the page is about.',
  msReviewerKey: 'The mail alias of the reviewer.',
  originalauthorKey: 'The author of the page that this page is based on.',
  phaseLabel: 'The phase of the process that the page belongs to. Follows the title.',
  motionsLabel: 'The motions that include the step, for example a request for assistance (RFA).',
  primaryRoleLabel: 'The role that takes the step.',
  appliesToLabel: 'The services that the step applies to.',
  taskIdColumn: 'The number of the task in the FastTrack Orchestration Portal (FTOP).',
  taskNameColumn: 'The name of the task, as in the portal.',
  moColumn: 'Whether the task is mandatory or optional. The cells contain the letters in parentheses.',
  roleColumn: 'The role that does the task.',
  servicesColumn: 'The services that the task applies to.',
  dateColumn: 'The day of the change. The newest change comes first.',
  whoColumn: 'Who changed the page.',
  whatColumn: 'What was changed.',
  notesColumn: 'The reason for the change, or other notes. Optional.',
  overviewSection: 'What the process is, in a few sentences.',
  objectivesSection: 'The goals of the process.',
  approachSection: 'The steps, each with its role, motions, services and tasks.',
  keyInputsSection: 'What is required before the first step.',
  keyOutputsSection: 'The results of the last step.',
  nextStepsSection: 'The next process.',
  refreshSummarySection: 'The log of changes to the page, newest first.',
  ftopTasksSection: 'The tasks of a step in the FastTrack Orchestration Portal (FTOP), followed by a task table.',
  noteAlert: 'Information that even readers who skim should notice.',
  tipAlert: 'Advice that makes the work easier.',
  importantAlert: 'Information that is essential for the step to succeed.',
  warningAlert: 'An immediate risk that needs attention.',
  cautionAlert: 'A possible negative result of an action.',
  disableNextLineComment: 'Suppresses the named rules, or all rules, on the next line.',
  disableLineComment: 'Suppresses the named rules, or all rules, on this line, including table rows.',
  disableComment: 'Suppresses the named rules, or all rules, from here on.',
  enableComment: 'Ends the effect of `playbook-lint-disable`.',
  disableFileComment: 'Suppresses the named rules, or all rules, in the whole file.',
});

/**
 * The description of a word for completion and hover. `undefined` if it isn't in `purposes`.
 */
export function purposeOf(purposes: Readonly<Record<string, Message>>, word: string): Message | undefined {
  return Object.hasOwn(purposes, word) ? purposes[word] : undefined;
}

/** The keys of the front matter. A workspace can have others, which have no description. */
export const KEY_PURPOSES: Readonly<Record<string, Message>> = {
  title: texts.titleKey,
  description: texts.descriptionKey,
  author: texts.authorKey,
  'ms.author': texts.msAuthorKey,
  manager: texts.managerKey,
  'ms.date': texts.msDateKey,
  'ms.topic': texts.msTopicKey,
  'ms.prod': texts.msProdKey,
  'ms.custom': texts.msCustomKey,
  'ft.audience': texts.ftAudienceKey,
  'ft.owner': texts.ftOwnerKey,
  authors: texts.authorsKey,
  services: texts.servicesKey,
  'ms.service': texts.msServiceKey,
  'ms.reviewer': texts.msReviewerKey,
  originalauthor: texts.originalauthorKey,
};

export const LABEL_PURPOSES: Readonly<Record<LabelId, Message>> = {
  phase: texts.phaseLabel,
  motions: texts.motionsLabel,
  'primary-role': texts.primaryRoleLabel,
  'applies-to': texts.appliesToLabel,
};

export const COLUMN_PURPOSES: Readonly<Record<TaskColumnId | RefreshColumnId, Message>> = {
  'task-id': texts.taskIdColumn,
  'task-name': texts.taskNameColumn,
  mo: texts.moColumn,
  role: texts.roleColumn,
  services: texts.servicesColumn,
  date: texts.dateColumn,
  who: texts.whoColumn,
  what: texts.whatColumn,
  notes: texts.notesColumn,
};

export const SECTION_PURPOSES: Readonly<Record<SectionId, Message>> = {
  overview: texts.overviewSection,
  objectives: texts.objectivesSection,
  approach: texts.approachSection,
  'key-inputs': texts.keyInputsSection,
  'key-outputs': texts.keyOutputsSection,
  'next-steps': texts.nextStepsSection,
  'refresh-summary': texts.refreshSummarySection,
  'ftop-tasks': texts.ftopTasksSection,
};

export const ALERT_PURPOSES: Readonly<Record<string, Message>> = {
  NOTE: texts.noteAlert,
  TIP: texts.tipAlert,
  IMPORTANT: texts.importantAlert,
  WARNING: texts.warningAlert,
  CAUTION: texts.cautionAlert,
};

/** What each form of a suppression comment suppresses. */
export const SUPPRESSION_PURPOSES: Readonly<Record<string, Message>> = {
  'disable-next-line': texts.disableNextLineComment,
  'disable-line': texts.disableLineComment,
  disable: texts.disableComment,
  enable: texts.enableComment,
  'disable-file': texts.disableFileComment,
};

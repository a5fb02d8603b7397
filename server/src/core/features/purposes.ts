import type { LabelId, RefreshColumnId, SectionId, TaskColumnId } from '../vocabulary/vocabulary.js';

/**
 * The description of a word for completion and hover, with code in backticks. `undefined` if it isn't in `purposes`.
 */
export function purposeOf(purposes: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(purposes, word) ? purposes[word] : undefined;
}

/** The keys of the front matter. A workspace can have others, which have no description. */
export const KEY_PURPOSES: Readonly<Record<string, string>> = {
  title: 'The name of the page on the site and in search results. English in every language.',
  description: 'What the page is about, for search results. Most playbooks repeat the title.',
  author: 'The name of the person who wrote the page, such as `Ada North`.',
  'ms.author': 'The mail alias of the author: not a name, and without the part from the `@`.',
  manager: 'The mail alias of the manager who is responsible for the page.',
  'ms.date': 'The day of the last change, as month/day/year with four digits for the year.',
  'ms.topic': 'The kind of page, which depends on its site: `playbook` or `partner-playbook`.',
  'ms.prod': 'The product that the page is about. Playbooks have `non-product-specific`.',
  'ms.custom': 'The site that the page belongs to: `internal-playbook` or `partner-playbook`.',
  'ft.audience': 'The audience of the page: `internal`, `partner`, or both, separated with a comma.',
  'ft.owner': 'The mail alias of the owner of the content.',
  authors: 'Other authors of the page.',
  services: 'The services that the page is about.',
  'ms.service': 'The service that the page is about.',
  'ms.reviewer': 'The mail alias of the reviewer.',
  originalauthor: 'The author of the page that this page is based on.',
};

export const LABEL_PURPOSES: Readonly<Record<LabelId, string>> = {
  phase: 'The phase of the process that the page belongs to. Follows the title.',
  motions: 'The motions that include the step, for example a request for assistance (RFA).',
  'primary-role': 'The role that takes the step.',
  'applies-to': 'The services that the step applies to.',
};

export const COLUMN_PURPOSES: Readonly<Record<TaskColumnId | RefreshColumnId, string>> = {
  'task-id': 'The number of the task in the FastTrack Orchestration Portal (FTOP).',
  'task-name': 'The name of the task, as in the portal.',
  mo: 'Whether the task is mandatory or optional. The cells contain the letters in parentheses.',
  role: 'The role that does the task.',
  services: 'The services that the task applies to.',
  date: 'The day of the change. The newest change comes first.',
  who: 'Who changed the page.',
  what: 'What was changed.',
  notes: 'The reason for the change, or other notes. Optional.',
};

export const SECTION_PURPOSES: Readonly<Record<SectionId, string>> = {
  overview: 'What the process is, in a few sentences.',
  objectives: 'The goals of the process.',
  approach: 'The steps, each with its role, motions, services and tasks.',
  'key-inputs': 'What is required before the first step.',
  'key-outputs': 'The results of the last step.',
  'next-steps': 'The next process.',
  'refresh-summary': 'The log of changes to the page, newest first.',
  'ftop-tasks': 'The tasks of a step in the FastTrack Orchestration Portal (FTOP), followed by a task table.',
};

export const ALERT_PURPOSES: Readonly<Record<string, string>> = {
  NOTE: 'Information that even readers who skim should notice.',
  TIP: 'Advice that makes the work easier.',
  IMPORTANT: 'Information that is essential for the step to succeed.',
  WARNING: 'An immediate risk that needs attention.',
  CAUTION: 'A possible negative result of an action.',
};

/** What each form of a suppression comment suppresses. */
export const SUPPRESSION_PURPOSES: Readonly<Record<string, string>> = {
  'disable-next-line': 'Suppresses the named rules, or all rules, on the next line.',
  'disable-line': 'Suppresses the named rules, or all rules, on this line, including table rows.',
  disable: 'Suppresses the named rules, or all rules, from here on.',
  enable: 'Ends the effect of `playbook-lint-disable`.',
  'disable-file': 'Suppresses the named rules, or all rules, in the whole file.',
};

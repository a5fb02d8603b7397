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
  'ms.author': 'The mail alias of the author: no name, and nothing behind an `@`.',
  manager: 'The mail alias of the manager who answers for the page.',
  'ms.date': 'The day of the last change, as month/day/year with four digits for the year.',
  'ms.topic': 'The kind of page. The site that the page is for decides: `playbook` or `partner-playbook`.',
  'ms.prod': 'The product that the page is about. Playbooks have `non-product-specific`.',
  'ms.custom': 'The site that the page belongs to: `internal-playbook` or `partner-playbook`.',
  'ft.audience': 'Who reads the page: `internal`, `partner`, or both with a comma between them.',
  'ft.owner': 'The mail alias of the owner of the content.',
  authors: 'Further authors of the page.',
  services: 'The services that the page is about.',
  'ms.service': 'The service that the page is about.',
  'ms.reviewer': 'The mail alias of the reviewer.',
  originalauthor: 'Who wrote the page that this one was made from.',
};

export const LABEL_PURPOSES: Readonly<Record<LabelId, string>> = {
  phase: 'The phase of the process that the page belongs to. Stands right below the title.',
  motions: 'The motions in which the step is taken, for example after a request for assistance (RFA).',
  'primary-role': 'Who takes the step.',
  'applies-to': 'The services that the step is for.',
};

export const COLUMN_PURPOSES: Readonly<Record<TaskColumnId | RefreshColumnId, string>> = {
  'task-id': 'The number of the task in the FastTrack Orchestration Portal (FTOP).',
  'task-name': 'What is to be done, as the portal has it.',
  mo: 'Whether the task has to be done. The letters in parentheses are those that the cells hold.',
  role: 'Who does the task.',
  services: 'The services that the task is for.',
  date: 'The day of the change. The newest stands first.',
  who: 'Who changed the page.',
  what: 'What is different now.',
  notes: 'Why it was changed, or anything else. May be left out.',
};

export const SECTION_PURPOSES: Readonly<Record<SectionId, string>> = {
  overview: 'What the process is, in a few sentences.',
  objectives: 'What is to be reached.',
  approach: 'The steps, each with its role, motions, services and tasks.',
  'key-inputs': 'What has to be there before the first step.',
  'key-outputs': 'What is there after the last step.',
  'next-steps': 'Where to go on.',
  'refresh-summary': 'The log of changes to the page, newest first.',
  'ftop-tasks': 'The tasks of a step in the FastTrack Orchestration Portal (FTOP). A task table follows.',
};

export const ALERT_PURPOSES: Readonly<Record<string, string>> = {
  NOTE: 'Something to know, even for those who only skim.',
  TIP: 'Something that makes the work easier.',
  IMPORTANT: 'Something without which the step does not succeed.',
  WARNING: 'Something that can go wrong at once.',
  CAUTION: 'What an action may lead to, and cannot be taken back.',
};

/** What each form of a suppression comment suppresses. */
export const SUPPRESSION_PURPOSES: Readonly<Record<string, string>> = {
  'disable-next-line': 'Silences the rules that follow, or all, in the next line.',
  'disable-line': 'Silences the rules that follow, or all, in this line; in a table row too.',
  disable: 'Silences the rules that follow, or all, from here on.',
  enable: 'Ends what `playbook-lint-disable` began.',
  'disable-file': 'Silences the rules that follow, or all, in the whole file.',
};

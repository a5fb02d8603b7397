import type {
  PreviewCell,
  PreviewProblem,
  PreviewRow,
  PreviewTable,
  PreviewTerms,
  PreviewWords,
  TaskPreview,
} from '../../../client/webviews/preview/protocol/messages';

const WORDS: PreviewWords = {
  roles: [
    { id: 'fm', label: 'FastTrack Manager' },
    { id: 'fe', label: 'FastTrack Engineer' },
  ],
  services: [
    { id: 'teams', label: 'Teams' },
    { id: 'exchange', label: 'Exchange' },
    { id: 'intune', label: 'Intune' },
  ],
  phases: [{ id: 'assess', label: 'Assess' }],
  taskId: { pattern: '^\\d{4}$', description: 'four digits' },
};

/** A page with these tables and rows. */
export function previewOf({
  version = 1,
  uri = 'file:///a/page.md',
  tables,
  rows,
}: {
  readonly version?: number;
  readonly uri?: string;
  readonly tables: readonly PreviewTable[];
  readonly rows: readonly PreviewRow[];
}): TaskPreview {
  const page = {
    uri,
    file: 'a/page.md',
    title: 'Page',
    language: 'en',
    languageName: 'English',
    phases: ['assess'],
    audience: ['partner'],
  };
  return { version, hasAllProblems: true, pages: [page], tables, rows, tasks: null, words: WORDS };
}

export function tableOf(fields: Partial<PreviewTable>): PreviewTable {
  return {
    page: 0,
    line: 10,
    section: 'Approach',
    step: '',
    primaryRole: '',
    appliesTo: '',
    columns: ['task-id', 'task-name', 'mo', 'role', 'services'],
    letters: { mandatory: 'M', optional: 'O' },
    ...fields,
  };
}

export interface RowTexts {
  readonly id: string;
  readonly name: string;
  readonly mo: string;
  /** Short names: `FM, FE`; any other word is unknown. */
  readonly role: string;
  readonly services: string;
}

export function rowOf(
  table: number,
  line: number,
  { id, name, mo, role, services }: RowTexts,
  problems: readonly PreviewProblem[] = [],
): PreviewRow {
  const obligation = mo === 'M' ? 'mandatory' : mo === 'O' ? 'optional' : null;
  return {
    table,
    task: null,
    line,
    obligation,
    id: cellOf(id),
    name: cellOf(name),
    mo: cellOf(mo),
    role: termsOf(role, ['FM', 'FE']),
    services: termsOf(services, ['Teams', 'Exchange', 'Intune']),
    broken: null,
    problems,
  };
}

export function brokenRow(table: number, line: number, broken: string): PreviewRow {
  return {
    table,
    task: null,
    line,
    obligation: null,
    id: null,
    name: null,
    mo: null,
    role: null,
    services: null,
    broken,
    problems: [problemOf('error'), problemOf('error')],
  };
}

export function problemOf(severity: PreviewProblem['severity'], fields: Partial<PreviewProblem> = {}): PreviewProblem {
  return { severity, ruleId: 'rule', message: 'Something is wrong', column: null, ...fields };
}

function cellOf(source: string): PreviewCell {
  return { start: 0, end: source.length, source, parts: [{ text: source }] };
}

function termsOf(source: string, known: readonly string[]): PreviewTerms {
  const texts = source.split(', ').filter((text) => text !== '');
  return {
    ...cellOf(source),
    terms: texts.map((text) => ({ text, id: known.includes(text) ? text.toLowerCase() : null })),
  };
}

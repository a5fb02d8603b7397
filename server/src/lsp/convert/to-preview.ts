import {
  type Language,
  type LineMap,
  type PageFacts,
  type PreviewTable as CoreTable,
  type PreviewRow as CoreRow,
  type RowProblem,
  type ShownCell,
  type ShownRow,
  type ShownTerms,
  type Vocabulary,
} from '../../core/index.js';
import type {
  PreviewCell,
  PreviewPage,
  PreviewProblem,
  PreviewRow,
  PreviewTable,
  PreviewTerms,
  PreviewWords,
} from '../../protocol/index.js';
import type { Format } from '../../messages/formatting/index.js';
import { languageName } from './language-names.js';
import { offeredTaskId, offeredTerms } from './offered-terms.js';
import type { Positions } from '../session/positions.js';
import type { Session } from '../session/session.js';

/** `file`: the displayed path. */
export function toPage(
  uri: string,
  file: string,
  { title, language, phases, audience }: PageFacts,
  format: Format,
): PreviewPage {
  return { uri, file, title, language, languageName: format(languageName(language)), phases, audience };
}

/** `page`: its index in the pages of the response. */
export function toTable({ start, ...table }: CoreTable, page: number, lines: LineMap): PreviewTable {
  return { ...table, page, line: lines.lineAt(start) };
}

/** The rows of a page. `firstTable` is the index of its first table; `taskOf` gives the index of a row's task. */
export function toRows(
  rows: readonly CoreRow[],
  firstTable: number,
  lines: LineMap,
  session: Pick<Session, 'positions' | 'format'>,
  taskOf: (row: ShownRow) => number | null,
): PreviewRow[] {
  return rows.map((row) => {
    const place = { table: row.table + firstTable, task: taskOf(row.shown), line: lines.lineAt(row.start) };
    return { ...place, ...toContent(row, session) };
  });
}

type RowPlace = 'table' | 'task' | 'line';

function toContent(
  { source, shown, problems }: CoreRow,
  { positions, format }: Pick<Session, 'positions' | 'format'>,
): Omit<PreviewRow, RowPlace> {
  const cell = (one: ShownCell | undefined): PreviewCell | null =>
    one === undefined ? null : toCell(one, source, positions);
  const terms = (one: ShownTerms | undefined): PreviewTerms | null =>
    one === undefined ? null : toTerms(one, source, positions);
  return {
    obligation: shown.obligation ?? null,
    id: cell(shown.id),
    name: cell(shown.name),
    mo: cell(shown.mo),
    role: terms(shown.role),
    services: terms(shown.services),
    broken: shown.broken ?? null,
    problems: problems.map((problem) => toProblem(problem, format)),
  };
}

function toCell({ span, source, parts }: ShownCell, line: string, positions: Positions): PreviewCell {
  const [start, end] = [positions.characterIn(line, span.start), positions.characterIn(line, span.end)];
  return parts === undefined ? { start, end, source } : { start, end, source, parts };
}

function toTerms(shown: ShownTerms, line: string, positions: Positions): PreviewTerms {
  return { ...toCell(shown, line, positions), terms: shown.terms.map(({ text, id }) => ({ text, id: id ?? null })) };
}

export function toProblem(
  { problem: { severity, ruleId, message }, column }: RowProblem,
  format: Format,
): PreviewProblem {
  return { severity, ruleId, message: format(message), column: column ?? null };
}

/** The words to choose from. */
export function toWords(
  { roles, services, phases, taskId }: Vocabulary,
  language: Language,
  format: Format,
): PreviewWords {
  return {
    roles: offeredTerms(roles, language),
    services: offeredTerms(services, language),
    phases: offeredTerms(phases, language),
    taskId: offeredTaskId(taskId, format),
  };
}

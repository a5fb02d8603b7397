import { listed } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Finding, type Fix } from '../lint/rule.js';
import { removeInvisibleTitle } from '../lint/support/invisible.js';
import { hasInvisible, needlessIn, type NeedlessRun } from '../lint/support/needless-characters.js';
import type { TextBlock } from '../model/blocks.js';
import type { Inlines } from '../model/inlines.js';
import { cellOf, isEmptyCell, type Cell, type Row, type TableSchema } from '../model/tables.js';
import { inlinesOf } from '../parse/row-inlines.js';
import { nameAndCode } from '../text/character-names.js';
import { shift, sliceOf, type Span } from '../text/span.js';
import { INVISIBLE, seen } from '../text/spelling.js';

const messages = {
  inWord: {
    text: 'A search doesn\'t find "{word}": it contains {count, plural, one {an invisible character} other {# invisible characters}}, {names}',
    note: '{word}: a word of the page. {names}: names and codes of the characters: zero-width space (U+200B).',
  },
  inLine: {
    text: 'This line contains {count, plural, one {an invisible character} other {# invisible characters}}: {names}',
    note: '{names}: names and codes of the characters: zero-width space (U+200B).',
  },
  onlyInvisible: {
    text: 'This looks empty, but contains {count, plural, one {an invisible character} other {# invisible characters}}: {names}',
    note: 'About a line of text or a cell of a table. {names}: names and codes of the characters: zero-width space (U+200B).',
  },
} as const;

export const textInvisibleCharacter = defineRule({
  meta: {
    id: 'text-invisible-character',
    category: 'text',
    description: 'Text contains no invisible characters without a purpose',
    recommended: 'hint',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block, report }) {
    const { source } = block;
    if (!hasInvisible(source)) return;
    const runs = textsOf(source, block.inlines)
      .flatMap((text) => needlessIn(source, text))
      .filter((run) => !isReportedElsewhere(run, block));
    for (const { line, inLine } of byLine(source, runs)) report(findingFor(source, line, inLine, 0));
  },

  /** The header; the other rows are checked one by one. */
  table({ table, report }) {
    const header = table.rows[table.header ?? -1];
    if (header === undefined || !hasInvisible(header.source)) return;
    reportRow(header, needlessInRow(header), table.rowStarts[table.header ?? 0] ?? 0, report);
  },

  row({ row, schema, report }) {
    if (!hasInvisible(row.source)) return;
    const others = columnsOfOtherRules(row, schema);
    const runs = needlessInRow(row).filter(({ span }) => !others.some(({ outer }) => isWithin(span, outer)));
    reportRow(row, runs, 0, report);
  },
});

/** The text of links and around them; not the targets of autolinks, which other rules check. */
function textsOf(source: string, { texts, links }: Inlines): Span[] {
  const targets = links.filter(({ kind }) => kind === 'autolink').map(({ target }) => target.span);
  const empty = links.filter(({ text }) => seen(sliceOf(source, text)) === '').map(({ text }) => text);
  return texts.filter((text) => ![...targets, ...empty].some((known) => isWithin(text, known)));
}

function isWithin({ start, end }: Span, outer: Span): boolean {
  return outer.start <= start && end <= outer.end;
}

/** Whether it is reported as a character of a heading, or as hidden in front of front matter. */
function isReportedElsewhere({ value, span }: NeedlessRun, { source, headings }: TextBlock): boolean {
  if (source.startsWith('---', span.end)) return true;
  return IN_HEADINGS.test(value) && headings.some(({ content }) => isWithin(span, content));
}

const IN_HEADINGS = /^[\u200B\u2060\uFEFF\u00AD]+$/;

interface LineWithRuns {
  readonly line: Span;
  readonly inLine: readonly NeedlessRun[];
}

function byLine(source: string, runs: readonly NeedlessRun[]): LineWithRuns[] {
  const lines: { line: Span; inLine: NeedlessRun[] }[] = [];
  for (const run of runs) {
    const last = lines[lines.length - 1];
    if (last !== undefined && run.span.start < last.line.end) last.inLine.push(run);
    else lines.push({ line: lineAround(source, run.span), inLine: [run] });
  }
  return lines;
}

function lineAround(source: string, { start, end }: Span): Span {
  const before = start === 0 ? -1 : Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1));
  const after = source.slice(end).search(/[\r\n]/);
  return { start: before + 1, end: after === -1 ? source.length : end + after };
}

function needlessInRow(row: Row): NeedlessRun[] {
  return textsOf(row.source, inlinesOf(row))
    .flatMap((text) => needlessIn(row.source, text))
    .map((run) => ({ ...run, isInert: run.isInert || isAloneInCell(run, row) }));
}

/** A cell between two pipes stays a cell without content. */
function isAloneInCell({ span }: NeedlessRun, { source, cells }: Row): boolean {
  const cell = cells.find(({ outer }) => isWithin(span, outer));
  return (
    cell !== undefined && isEmptyCell(cell) && source[cell.outer.start - 1] === '|' && source[cell.outer.end] === '|'
  );
}

/** The ID and the letter of a task have rules that report what is wrong in them. */
function columnsOfOtherRules(row: Row, schema: TableSchema): Cell[] {
  if (schema.kind !== 'task') return [];
  return (['task-id', 'mo'] as const).flatMap((id) => {
    const cell = cellOf(row, schema, id);
    return cell === undefined || isEmptyCell(cell) ? [] : [cell];
  });
}

type Report = (finding: Finding<typeof messages>) => void;

function reportRow(row: Row, runs: readonly NeedlessRun[], offset: number, report: Report): void {
  if (runs.length > 0) report(findingFor(row.source, { start: 0, end: row.source.length }, runs, offset));
}

/** `offset`: of `source` in the text that the check was given. */
function findingFor(
  source: string,
  line: Span,
  runs: readonly NeedlessRun[],
  offset: number,
): Finding<typeof messages> {
  const count = runs.reduce((sum, { value }) => sum + value.length, 0);
  const names = listed([...new Set(runs.map(({ value }) => value).join(''))].map(nameAndCode));
  const first = runs[0]?.span.start ?? line.start;
  const last = runs[runs.length - 1]?.span.end ?? line.end;
  const fix: Fix = {
    title: removeInvisibleTitle({ count }),
    edits: runs.map(({ span }) => ({ span: shift(span, offset), newText: '' })),
    applicability: runs.every(({ isInert }) => isInert) ? 'safe' : 'suggestion',
  };
  const word = wordAround(source, { start: first, end: last });
  if (word !== undefined)
    return {
      messageId: 'inWord',
      data: { count, names, word: sliceOf(source, word).replace(INVISIBLE, '') },
      span: shift(word, offset),
      fixes: [fix],
    };
  const span = shift({ start: first, end: last }, offset);
  if (runs.length === 1 && isAlone(source, line, { start: first, end: last }))
    return { messageId: 'onlyInvisible', data: { count, names }, span, fixes: [fix] };
  return { messageId: 'inLine', data: { count, names }, span, fixes: [fix] };
}

/** Whether readers see nothing else in the line or the cell. */
function isAlone(source: string, line: Span, { start, end }: Span): boolean {
  return /(?:^|\|)\s*$/.test(source.slice(line.start, start)) && /^\s*(?:\||$)/.test(source.slice(end, line.end));
}

/** The word around the characters, if they are all in the middle of one. */
function wordAround(source: string, { start, end }: Span): Span | undefined {
  const before = LETTERS_BEFORE.exec(source.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? '';
  const after = LETTERS_AFTER.exec(source.slice(end, end + LONGEST_WORD))?.[0] ?? '';
  const isOneWord = before !== '' && after !== '' && BETWEEN.test(source.slice(start, end));
  return isOneWord ? { start: start - before.length, end: end + after.length } : undefined;
}

/** A guard against generated lines. */
const LONGEST_WORD = 60;
/** Without the scripts that put no spaces between words: there, a word has no visible end. */
const LETTER = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}]`;
const LETTERS_BEFORE = new RegExp(`(?:${LETTER})+$`, 'u');
const LETTERS_AFTER = new RegExp(`^(?:${LETTER})+`, 'u');
const BETWEEN = new RegExp(String.raw`^(?:${LETTER}|\p{Cf})+$`, 'u');

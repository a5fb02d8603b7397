import { isProcessPlaybook, LANGUAGES } from '../../server/src/core/index.js';
import { fieldNamed, type Field } from '../../server/src/core/model/front-matter.js';
import type { Heading } from '../../server/src/core/model/headings.js';
import type { LabelLine } from '../../server/src/core/model/labels.js';
import type { Section } from '../../server/src/core/model/playbook.js';
import {
  bodyRowsOf,
  columnIndex,
  type PlacedTable,
  type Row,
  type TableKind,
} from '../../server/src/core/model/tables.js';
import { shift, type Span } from '../../server/src/core/text/span.js';
import type {
  LabelId,
  RefreshColumnId,
  TaskColumnId,
  TermSetName,
} from '../../server/src/core/vocabulary/vocabulary.js';
import type { Page } from './page.js';

/** A row of a table. All spans count from the start of the file. */
export interface RowPlace {
  readonly line: Span;
  readonly pipes: readonly number[];
  /** The trimmed contents of all cells. */
  readonly cells: readonly Span[];
  /** The row below, in the same table. */
  readonly below: Span | undefined;
  readonly table: PlacedTable;
}

/** The rows of the task tables, without header and delimiter. */
export function taskRows(page: Page): RowPlace[] {
  return bodyRows(page, 'task');
}

/** The rows of the refresh logs, without header and delimiter. */
export function refreshRows(page: Page): RowPlace[] {
  return bodyRows(page, 'refresh');
}

export function headerRows(page: Page): RowPlace[] {
  return tablesOf(page, 'task').flatMap((table) => rowAt(table, table.table.header));
}

export function delimiterRows(page: Page): RowPlace[] {
  return tablesOf(page, 'task').flatMap((table) => rowAt(table, table.table.delimiter));
}

function bodyRows(page: Page, kind: TableKind): RowPlace[] {
  return tablesOf(page, kind).flatMap((table) =>
    bodyRowsOf(table.table).flatMap(({ row }) => rowAt(table, table.table.rows.indexOf(row))),
  );
}

function tablesOf({ playbook }: Page, kind: TableKind): PlacedTable[] {
  return playbook.tables.filter(
    ({ schema, table }) => schema.kind === kind && table.header !== undefined && table.delimiter !== undefined,
  );
}

function rowAt(table: PlacedTable, index: number | undefined): RowPlace[] {
  const spanOf = (at: number): Span | undefined => {
    const row = table.table.rows[at];
    const start = table.start + (table.table.rowStarts[at] ?? 0);
    return row === undefined ? undefined : { start, end: start + row.source.length };
  };
  const row = index === undefined ? undefined : table.table.rows[index];
  const line = index === undefined ? undefined : spanOf(index);
  if (row === undefined || line === undefined || index === undefined) return [];
  return [
    {
      line,
      pipes: pipesOf(row).map((pipe) => line.start + pipe),
      cells: row.cells.map(({ span }) => shift(span, line.start)),
      below: spanOf(index + 1),
      table,
    },
  ];
}

/** The pipes between the cells and at the ends. */
function pipesOf({ cells, leadingPipe, closingPipe }: Row): number[] {
  const ends = cells.map(({ outer }) => outer.end);
  const first = cells[0]?.outer.start ?? 0;
  return [...(leadingPipe ? [first - 1] : []), ...(closingPipe ? ends : ends.slice(0, -1))];
}

/** The content of the row's cell in a column. `undefined` if there is no such column. */
export function cellIn({ table, cells }: RowPlace, column: TaskColumnId | RefreshColumnId): Span | undefined {
  const index = columnIndex(table.schema, column);
  return index === -1 ? undefined : cells[index];
}

/** A cell with text. */
export interface CellPlace {
  readonly span: Span;
  readonly text: string;
  readonly row: RowPlace;
}

/** The cells with text in a column of the task tables. */
export function taskCells(column: TaskColumnId): (page: Page) => CellPlace[] {
  return (page) => taskRows(page).flatMap((row) => cellPlace(page, row, cellIn(row, column)));
}

/** The cells with text in a column of the refresh logs. */
export function refreshCells(column: RefreshColumnId): (page: Page) => CellPlace[] {
  return (page) => refreshRows(page).flatMap((row) => cellPlace(page, row, cellIn(row, column)));
}

function cellPlace(page: Page, row: RowPlace, span: Span | undefined): CellPlace[] {
  const text = span === undefined ? '' : page.slice(span);
  return span === undefined || text === '' ? [] : [{ span, text, row }];
}

/** One of the values of a cell or label line. */
export interface TermPlace {
  readonly span: Span;
  readonly text: string;
}

/** The values in `span` that the vocabulary knows. */
export function termsIn(page: Page, span: Span, set: TermSetName): TermPlace[] {
  return page.playbook.vocabulary[set]
    .split(page.slice(span))
    .filter(({ matches }) => matches.length > 0)
    .map((part) => ({ text: part.text, span: shift(part.span, span.start) }));
}

/** The known values in a column of the task tables. */
export function cellTerms(column: 'role' | 'services'): (page: Page) => TermPlace[] {
  const set = column === 'role' ? 'roles' : 'services';
  return (page) => taskCells(column)(page).flatMap(({ span }) => termsIn(page, span, set));
}

/** The recommended spelling of a known value, in the page's language. */
export function recommended(page: Page, text: string, set: TermSetName): string {
  const terms = page.playbook.vocabulary[set];
  const known = terms.find(text, page.language);
  return known === undefined ? text : terms.spelling(known.id, page.language);
}

/** What a value is called in the other languages, where that isn't a spelling of the page's language. */
export function otherSpellings(page: Page, text: string, set: TermSetName): string[] {
  const terms = page.playbook.vocabulary[set];
  const known = terms.find(text, page.language);
  if (known === undefined) return [];
  const spellings = LANGUAGES.filter((language) => terms.has(known.id, language)).map((language) =>
    terms.spelling(known.id, language),
  );
  return [...new Set(spellings)].filter(
    (other) => !terms.lookup(other).some((match) => match.language === page.language),
  );
}

/** A label line. All spans count from the start of the file. */
export interface LabelPlace {
  readonly id: LabelId;
  readonly label: Span;
  readonly colon: Span;
  /** The value without its bold markers. */
  readonly value: Span;
  /** The line without white space at its end. */
  readonly content: Span;
  readonly line: Span;
  readonly hardBreak: LabelLine['hardBreak'];
  readonly beforeLabel: boolean;
  /** The line number of the heading above. */
  readonly heading: number | undefined;
}

/** The label lines in their usual form, with a bold value. */
export function labels(page: Page): LabelPlace[] {
  const above = headings(page);
  return page.playbook.labels
    .filter(({ value }) => value.value.bold === 'yes' && !value.boldLabel && !value.value.wrapped && !value.inList)
    .map(({ value: label, start }) => {
      const line = shift(label.line, start);
      return {
        id: label.id,
        label: shift(label.label.span, start),
        colon: shift(label.colon.span, start),
        value: shift(label.value.span, start),
        content: { start: line.start, end: line.start + page.slice(line).trimEnd().length },
        line,
        hardBreak: label.hardBreak,
        beforeLabel: label.beforeLabel,
        heading: above.filter((heading) => heading.line.start < line.start).at(-1)?.number,
      };
    });
}

/** The label lines with this ID. */
export function labelsOf(id: LabelId): (page: Page) => LabelPlace[] {
  return (page) => labels(page).filter((label) => label.id === id);
}

/** Pairs of label lines, one right below the other. */
export function labelPairs(page: Page): (readonly [LabelPlace, LabelPlace])[] {
  const all = labels(page);
  return all.flatMap((upper, index) => {
    const lower = all[index + 1];
    return lower !== undefined && page.afterLine(upper.line.end) === lower.line.start ? [[upper, lower] as const] : [];
  });
}

/** A heading with `#`. Spans count from the start of the file. */
export interface HeadingPlace {
  readonly level: Heading['level'];
  readonly matches: Heading['matches'];
  readonly marker: Span;
  readonly content: Span;
  readonly line: Span;
  readonly number: number;
}

export function headings(page: Page): HeadingPlace[] {
  return page.playbook.headings
    .filter(({ value }) => value.form === 'atx')
    .map(({ value, start }) => {
      const line = page.lineAt(start + value.span.start);
      return {
        level: value.level,
        matches: value.matches,
        marker: shift(value.marker, start),
        content: shift(value.content, start),
        line,
        number: page.lineNumber(line.start),
      };
    });
}

/** The headings of the sections that every process playbook has; none on other pages. */
export function sectionHeadings(page: Page): HeadingPlace[] {
  if (!isProcessPlaybook(page.playbook)) return [];
  const order: readonly string[] = page.playbook.vocabulary.sectionOrder;
  return headings(page).filter(({ level, matches }) => level === 2 && matches.some(({ id }) => order.includes(id)));
}

/** The headings above task tables. */
export function taskHeadings(page: Page): HeadingPlace[] {
  return headings(page).filter(({ matches }) => matches.some(({ id }) => id === 'ftop-tasks'));
}

/** The sections that every process playbook has, with all that belongs to them. */
export function sections(page: Page): Section[] {
  const starts = new Set(sectionHeadings(page).map(({ line }) => line.start));
  return page.playbook.sections.filter(({ span }) => starts.has(page.lineAt(span.start).start));
}

/** A field of the front matter with a value on its line. */
export interface FieldPlace {
  readonly key: Span;
  readonly name: string;
  readonly value: Span;
  readonly text: string;
  readonly line: Span;
}

export function fields(page: Page): FieldPlace[] {
  return (page.playbook.frontMatter?.fields ?? [])
    .filter(({ value, key }) => value.kind === 'scalar' && /^\S+$/.test(key.value))
    .map((field) => fieldPlace(page, field))
    .filter(({ text }) => !/["'\n\r]/.test(text));
}

function fieldPlace(page: Page, { key, value }: Field): FieldPlace {
  const line = page.lineAt(key.span.start);
  return { key: key.span, name: key.value, value: value.span, text: page.slice(value.span), line };
}

/** The fields that every playbook needs, or that the site recommends. */
export function knownFields(page: Page): FieldPlace[] {
  const { required, recommended } = page.playbook.vocabulary.frontMatter;
  return fields(page).filter(({ name }) => required.includes(name) || recommended.includes(name));
}

export function requiredFields(page: Page): FieldPlace[] {
  return fields(page).filter(({ name }) => page.playbook.vocabulary.frontMatter.required.includes(name));
}

/** The field with this key, if there is one. */
export function fieldsNamed(...keys: readonly string[]): (page: Page) => FieldPlace[] {
  return (page) =>
    keys.flatMap((key) => {
      const field = fieldNamed(page.playbook.frontMatter, key);
      return fields(page).filter((place) => place.key.start === field?.key.span.start);
    });
}

/** `[text](target)`, or an image. */
export interface LinkPlace {
  readonly span: Span;
  readonly text: Span;
  readonly target: Span;
  readonly address: string;
}

/** The links with a plain text and a plain target. */
export function links(page: Page): LinkPlace[] {
  return linksLike(page, /(?<!!|!INCLUDE )\[([^\][!\r\n]+)\]\(([^()\s<>]+)\)/g);
}

export function images(page: Page): LinkPlace[] {
  return linksLike(page, /!\[([^\][\r\n]+)\]\(([^()\s<>]+)\)/g);
}

function linksLike(page: Page, pattern: RegExp): LinkPlace[] {
  return [...page.text.matchAll(pattern)].map(({ 0: source, 1: text = '', 2: address = '', index }) => {
    const end = index + source.length;
    const target = { start: end - 1 - address.length, end: end - 1 };
    return {
      span: { start: index, end },
      text: { start: target.start - 2 - text.length, end: target.start - 2 },
      target,
      address,
    };
  });
}

/** Links to pages of the workspace. */
export function pageLinks(page: Page): LinkPlace[] {
  return links(page).filter(({ address }) => /^[^:#]+\.md(?:#|$)/i.test(address));
}

/** Links to the web. */
export function webLinks(page: Page): LinkPlace[] {
  return links(page).filter(({ address }) => /^https?:\/\//.test(address));
}

/** The lines of plain text: no headings, tables, lists, labels, quotes, code or raw HTML. */
export function sentences(page: Page): Span[] {
  const used = new Set(page.playbook.labels.map(({ value, start }) => page.lineNumber(start + value.line.start)));
  const from = page.playbook.frontMatter === undefined ? 0 : page.lineNumber(page.playbook.frontMatter.span.end) + 1;
  const found: Span[] = [];
  let isCode = false;
  for (let line = from; line < page.playbook.lines.lineCount; line++) {
    const span = page.playbook.lines.lineSpan(line);
    const source = page.slice(span);
    if (/^\s*(?:```|~~~)/.test(source)) isCode = !isCode;
    if (!isCode && !used.has(line) && /^\p{L}/u.test(source) && !/[|<]/.test(source) && isParagraph(page, line))
      found.push(span);
  }
  return found;
}

/** Whether the line is a whole paragraph. */
function isParagraph({ playbook: { lines } }: Page, line: number): boolean {
  return isBlank(lines.lineText(line - 1)) && (line + 1 >= lines.lineCount || isBlank(lines.lineText(line + 1)));
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

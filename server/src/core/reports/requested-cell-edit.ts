import { defineMessages, type Message } from '../../messages/index.js';
import { inPageWords } from '../edits/page-terms.js';
import { isNeitherLetter, mandatoryLettersOf, obligationNamed } from '../edits/task-letters.js';
import type { Playbook } from '../model/playbook.js';
import type { Cell, PlacedTable } from '../model/tables.js';
import { normalized } from '../text/spelling.js';
import { bestMatch, type TermSet } from '../vocabulary/term-set.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import { comparable, idIn, isSameId, sayTheSame } from './same-text.js';
import { damageIn, isSameValue } from './spreadsheet-damage.js';

const texts = defineMessages('requested-cell-edit', {
  errorValue: '"{text}" is an error value of a spreadsheet: the cell wasn\'t changed',
  formula: '"{text}" is a formula of a spreadsheet: the cell wasn\'t changed',
  shortNumber: '"{text}" is a number as a spreadsheet shortens it: the cell wasn\'t changed',
  otherLink: 'The link of a task ID can only be changed on the page',
});

/** A cell that a spreadsheet damaged. */
const DAMAGED = { error: texts.errorValue, formula: texts.formula, number: texts.shortNumber };

/** The cell of a page that a cell of a sheet belongs to. */
export interface TargetCell {
  /** `undefined` if the table lacks the column. */
  readonly cell: Cell | undefined;
  readonly table: PlacedTable;
  readonly page: Playbook;
}

/** The text that a sheet asks for in a cell, or why the cell can't get it. */
export type RequestedCellEdit = { readonly text: string } | { readonly problem: Message };

/** What `text` in a sheet asks for; `undefined` when the cell has that content already. */
export function requestedCellEdit(
  column: TaskColumnId,
  text: string,
  place: TargetCell,
): RequestedCellEdit | undefined {
  if (place.cell !== undefined && (sayTheSame(place.cell.text, text) || isSameValue(place.cell.text, text)))
    return undefined;
  const damage = damageIn(text);
  if (damage !== undefined) return { problem: DAMAGED[damage]({ text }) };
  const { roles, services } = place.page.vocabulary;
  switch (column) {
    case 'task-id':
      return requestedId(text, place);
    case 'task-name':
      return { text };
    case 'mo':
      return requestedLetter(text, place);
    case 'role':
      return requestedTerms(text, roles, place);
    case 'services':
      return requestedTerms(text, services, place);
  }
}

function requestedId(text: string, { cell }: TargetCell): RequestedCellEdit | undefined {
  const there = cell?.text ?? '';
  if (idIn(text) !== text && addressIn(text) !== addressIn(there)) return { problem: texts.otherLink };
  return isSameId(idIn(text), idIn(there)) ? undefined : { text: idIn(text) };
}

/** The text after the ID in a cell such as `[4302](address)`; empty without a link. */
function addressIn(cell: string): string {
  return idIn(cell) === cell ? '' : cell.slice(cell.indexOf(']('));
}

function requestedLetter(text: string, { cell, table, page }: TargetCell): RequestedCellEdit | undefined {
  const letters = mandatoryLettersOf(table.schema, page);
  const wanted = obligationNamed(text, letters, page.vocabulary);
  if (wanted === undefined) return { problem: isNeitherLetter(text, letters) };
  return cell !== undefined && obligationNamed(cell.text, letters, page.vocabulary) === wanted
    ? undefined
    : { text: letters[wanted] };
}

function requestedTerms(text: string, terms: TermSet, { cell, page }: TargetCell): RequestedCellEdit | undefined {
  const list = onOneLine(text, terms);
  if (cell !== undefined && meaningOf(cell.text, terms, page) === meaningOf(list, terms, page)) return undefined;
  const written = inPageWords(list, terms, page);
  return cell !== undefined && sayTheSame(cell.text, written) ? undefined : { text: written };
}

/** Terms on separate lines are a list; any other line break only wraps a line. */
function onOneLine(text: string, terms: TermSet): string {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.join(lines.every((line) => terms.lookup(line).length > 0) ? ' / ' : ' ');
}

/** The terms in a cell, whatever their language and order. A wrong or unknown word counts as itself. */
function meaningOf(text: string, terms: TermSet, { language }: Playbook): string {
  const parts = terms.split(text).map((part) => {
    const match = bestMatch(part.matches, language);
    const isWord = match !== undefined && (match.kind !== 'error' || match.language !== language);
    return isWord ? match.id : `"${normalized(comparable(part.text))}"`;
  });
  return [...new Set(parts)].sort().join('\n');
}

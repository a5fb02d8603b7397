import type { PlacedTable } from '../../model/tables.js';
import type { Playbook } from '../../model/playbook.js';
import type { Language } from '../../vocabulary/language.js';
import { bestMatch } from '../../vocabulary/term-set.js';
import type { Obligation } from '../../vocabulary/vocabulary.js';
import type { PlacedTask, TermsFact } from '../../workspace-index/page-summary.js';
import { lastBefore } from './last-before.js';
import { letterFor } from '../../dialect/meant-letter.js';
import type { ReadingContext } from '../../dialect/reading-context.js';

/** The letter that the header above the task has for `obligation`; `undefined` when it shows none. */
export function letterForObligation(
  obligation: Obligation,
  task: PlacedTask,
  { tables }: Playbook,
  page: ReadingContext,
): string | undefined {
  const table = tableOfRowAt(task.start, tables);
  return table === undefined ? undefined : letterFor(obligation, table.schema, page);
}

/** The terms in the language of `page` for the roles or services in a cell in another language, in the same order. */
export function termsInOwnWords(
  fact: TermsFact,
  terms: 'roles' | 'services',
  written: Language,
  { vocabulary, language }: ReadingContext,
): string {
  const ids = vocabulary[terms].split(fact.value).flatMap(({ matches }) => bestMatch(matches, written)?.id ?? []);
  return [...new Set(ids)].map((id) => vocabulary[terms].spelling(id, language)).join(vocabulary.separators[language]);
}

/** The table that contains the row at `offset`. */
export function tableOfRowAt(offset: number, tables: readonly PlacedTable[]): PlacedTable | undefined {
  return tables[lastBefore(tables, offset)];
}

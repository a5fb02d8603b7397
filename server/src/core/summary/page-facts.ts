import { dateOrdersIn, dayNumber } from '../dialect/dates.js';
import { countDates, dateCellOf } from '../dialect/refresh-rows.js';
import { labelTermIds } from '../dialect/label-lines.js';
import { visibleText } from '../dialect/front-matter.js';
import { fieldNamed, type FrontMatter } from '../model/front-matter.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow, type PlacedTable } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import type { Located } from '../text/span.js';
import { readingContextOf } from '../dialect/reading-context.js';

/**
 * The days in the refresh logs, `YYYY-MM-DD`, newest first, without duplicates. An ambiguous date is read in the order
 * of the page's language.
 */
export function refreshDaysOf({ tables, language }: Playbook): readonly string[] {
  const [order = 'month-first'] = dateOrdersIn(language);
  const days = tables.flatMap(({ table, schema }: PlacedTable) => {
    if (schema.kind !== 'refresh' || countDates(table, schema) === 0) return [];
    return table.rows.flatMap((row, index) => {
      const date = isBodyRow(table, index) ? dateCellOf(row, schema)?.reading[order]?.date : undefined;
      return date === undefined ? [] : [dayNumber(date)];
    });
  });
  return [...new Set(days)]
    .sort((a, b) => b - a)
    .map((day) =>
      String(day)
        .padStart(8, '0')
        .replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3'),
    );
}

/** The neutral IDs of the phases in the page's phase lines. */
export function phasesOf(playbook: Playbook): readonly string[] {
  const page = readingContextOf(playbook);
  const ids = playbook.labels
    .filter(({ value }) => value.id === 'phase')
    .flatMap(({ value }) => labelTermIds(value, page));
  return [...new Set(ids)].sort();
}

/** The scalars in the front matter by key; of a repeated key, the first one. */
export function fieldsOf({ frontMatter }: Pick<Playbook, 'frontMatter'>): ReadonlyMap<string, string> {
  return frontMatter === undefined ? NO_FIELDS : scalarsIn(frontMatter);
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map();

const scalarsIn = memoized(({ fields }: FrontMatter): ReadonlyMap<string, string> => {
  const scalars = fields.filter(({ value }) => value.kind === 'scalar');
  return new Map(scalars.reverse().map((field) => [field.key.value, visibleText(field)]));
});

/** The title in the front matter. */
export function titleOf({ frontMatter }: Pick<Playbook, 'frontMatter'>): Located<string> | undefined {
  const title = fieldNamed(frontMatter, 'title')?.value;
  return title?.kind === 'scalar' ? { value: title.text, span: title.span } : undefined;
}

/** The values of `ft.audience`, in lower case, sorted. */
export function audienceOf({ frontMatter }: Pick<Playbook, 'frontMatter'>): readonly string[] {
  const value = fieldNamed(frontMatter, 'ft.audience')?.value.text ?? '';
  return value
    .toLowerCase()
    .split(/[\s,;[\]]+/)
    .filter((part) => part !== '')
    .sort();
}

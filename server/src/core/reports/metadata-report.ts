import { playbookKeys } from '../lint/support/front-matter.js';
import { fieldNamed, type Field, type FrontMatter } from '../model/front-matter.js';
import { naturalOrder } from '../text/natural-order.js';
import { sliceOf } from '../text/span.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';
import type { Sheet } from './sheet.js';

/** The column that says which page a row is about. */
export const FILE_COLUMN = 'File';

/** A page as far as its metadata is concerned. */
export interface MetadataPage {
  readonly path: string;
  readonly frontMatter: FrontMatter | undefined;
  /** The whole file, which the spans in `frontMatter` count from. */
  readonly text: string;
}

/**
 * The front matter of many pages as a table: a row for every page, by path, and behind `File` a column for every key
 * that any page has. The usual keys come first, in their usual order, the others behind in alphabetical order. A cell is
 * the value as `valueText` gives it, empty where the key is missing; of a repeated key the first counts.
 *
 * A key that is called `File` itself, or has no name, has no column.
 */
export function metadataSheet(pages: readonly MetadataPage[], spec: FrontMatterSpec): Sheet {
  const keys = keysOf(pages, spec);
  const ordered = [...pages].sort((a, b) => naturalOrder(a.path, b.path));
  const rows = ordered.map((page) => [
    page.path,
    ...keys.map((key) => valueText(fieldNamed(page.frontMatter, key), page.text)),
  ]);
  return { name: 'Metadata', columns: [FILE_COLUMN, ...keys], rows };
}

/** The value without quotes; a list or a map as its source. Empty without a field or without a value. */
export function valueText(field: Field | undefined, text: string): string {
  if (field === undefined) return '';
  const { kind, span } = field.value;
  return kind === 'scalar' || kind === 'missing' ? field.value.text : sliceOf(text, span);
}

/** The columns behind `File`. */
function keysOf(pages: readonly MetadataPage[], spec: FrontMatterSpec): string[] {
  const present = new Set(pages.flatMap(({ frontMatter }) => (frontMatter?.fields ?? []).map(({ key }) => key.value)));
  for (const noColumn of [FILE_COLUMN, '']) present.delete(noColumn);
  const usual = playbookKeys(spec);
  const others = [...present].filter((key) => !usual.includes(key)).sort(naturalOrder);
  return [...usual.filter((key) => present.has(key)), ...others];
}

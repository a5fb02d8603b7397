import { playbookKeys } from '../dialect/front-matter.js';
import { fieldNamed, type Field, type FrontMatter } from '../model/front-matter.js';
import { naturalOrder } from '../text/natural-order.js';
import { sliceOf } from '../text/span.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';
import type { Sheet } from './sheet.js';

/** The column that identifies the page of a row. */
export const FILE_COLUMN = 'File';

/** A page, as needed for its metadata. */
export interface MetadataPage {
  readonly path: string;
  readonly frontMatter: FrontMatter | undefined;
  /** The whole file; the spans in `frontMatter` count from its start. */
  readonly text: string;
}

/**
 * The front matter of many pages as a table: one row per page, by path, and after `File` one column for every key of
 * any page. The usual keys come first, in their usual order, then the others in alphabetical order. A cell is the
 * result of `valueText`, empty if the key is missing; of a repeated key, the first is used.
 * A key named `File`, or without a name, has no column.
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

/** The value without quotes; the source of a list or a map. Empty without a field or without a value. */
export function valueText(field: Field | undefined, text: string): string {
  if (field === undefined) return '';
  const { kind, span } = field.value;
  return kind === 'scalar' || kind === 'missing' ? field.value.text : sliceOf(text, span);
}

/** The columns after `File`. */
function keysOf(pages: readonly MetadataPage[], spec: FrontMatterSpec): string[] {
  const present = new Set(pages.flatMap(({ frontMatter }) => (frontMatter?.fields ?? []).map(({ key }) => key.value)));
  for (const noColumn of [FILE_COLUMN, '']) present.delete(noColumn);
  const usual = playbookKeys(spec);
  const others = [...present].filter((key) => !usual.includes(key)).sort(naturalOrder);
  return [...usual.filter((key) => present.has(key)), ...others];
}

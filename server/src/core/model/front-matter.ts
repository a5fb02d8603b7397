import type { Located, Span } from '../text/span.js';
import type { SuppressionComment } from './blocks.js';

/** The YAML block at the start of the file. Its spans count from the start of the file. */
export interface FrontMatter {
  /** From the opening fence to the end of the closing one, its line end not included. */
  readonly span: Span;
  /** Between the fences. */
  readonly content: Span;
  /** The line `---` that opens it, without white space at its end. */
  readonly opening: Located<string>;
  /** `false`: no closing fence; the block was taken to end where the text begins. */
  readonly closed: boolean;
  /** Offset of the fence when it is not the first thing in the file (a byte order mark does not count): docfx sees no front matter. */
  readonly indented: boolean;
  /** Top-level fields in source order; a repeated key appears each time. */
  readonly fields: readonly Field[];
  /** Everything YAML cannot read, in source order. */
  readonly errors: readonly YamlError[];
  readonly suppressions: readonly SuppressionComment[];
}

export interface Field {
  readonly key: Located<string>;
  readonly value: FieldValue;
  /** Key, colon, value and line end, a `?` before the key included; in `{…}` without what else is on the line. What a fix deletes. */
  readonly span: Span;
}

export interface FieldValue {
  /** `missing`: nothing after the colon; `span` is then the empty span after it. */
  readonly kind: 'scalar' | 'list' | 'map' | 'alias' | 'missing';
  /** The text of a scalar, quotes removed; `1.10` stays `1.10`. Empty for every other kind. */
  readonly text: string;
  readonly span: Span;
}

export interface YamlError {
  /**
   * The code of the `yaml` package, such as `BAD_INDENT`; or one of ours: `NOT_A_MAP` when there is no field at all,
   * `BAD_ALIAS` for an alias that names nothing, `TOO_LONG` and `TOO_DEEP` for what is not read at all.
   */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** The first field with this key. */
export function fieldNamed(frontMatter: FrontMatter | undefined, key: string): Field | undefined {
  return frontMatter?.fields.find((field) => field.key.value === key);
}

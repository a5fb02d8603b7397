import type { Message } from '../../messages/index.js';
import type { Located, Span } from '../text/span.js';
import type { SuppressionComment } from './blocks.js';

/** The YAML block at the start of the file. Spans count from the start of the file. */
export interface FrontMatter {
  /** From the opening fence to the end of the closing fence, without its line ending. */
  readonly span: Span;
  /** The text between the fences. */
  readonly content: Span;
  /** The opening line `---`, without trailing white space. */
  readonly opening: Located<string>;
  /** `false` if the closing fence is missing; the block then ends where the text seems to begin. */
  readonly closed: boolean;
  /**
   * The offset of the fence if something precedes it other than a byte order mark. docfx then ignores the front matter.
   */
  readonly indented: boolean;
  /** Top-level fields in source order; a repeated key appears each time. */
  readonly fields: readonly Field[];
  /** The YAML errors, in source order. */
  readonly errors: readonly YamlError[];
  readonly suppressions: readonly SuppressionComment[];
}

export interface Field {
  readonly key: Located<string>;
  readonly value: FieldValue;
  /**
   * Key, colon, value and line ending, including a `?` before the key; in `{…}`, only the entry. A fix deletes this
   * span.
   */
  readonly span: Span;
}

export interface FieldValue {
  /** `missing`: nothing follows the colon; `span` is the empty span after it. */
  readonly kind: 'scalar' | 'list' | 'map' | 'alias' | 'missing';
  /** The text of a scalar without quotes; `1.10` stays `1.10`. Empty for every other kind. */
  readonly text: string;
  readonly span: Span;
}

export interface YamlError {
  /**
   * The code of the `yaml` package, such as `BAD_INDENT`, or one of ours: `NOT_A_MAP` if there is no field,
   * `UNKNOWN_ANCHOR` for an alias without an anchor, `TOO_LONG` and `TOO_DEEP` for front matter that isn't parsed.
   */
  readonly code: string;
  /** In a form that can follow a colon. A string is the text of the `yaml` package, in English. */
  readonly message: Message | string;
  readonly span: Span;
}

/** The first field with this key. */
export function fieldNamed(frontMatter: FrontMatter | undefined, key: string): Field | undefined {
  return frontMatter?.fields.find((field) => field.key.value === key);
}

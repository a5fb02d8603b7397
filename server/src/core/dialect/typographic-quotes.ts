/** The text in quotation marks that YAML doesn't know, such as `“Plan”` or `「計画」`, without them. */
export interface QuotedText {
  readonly opening: string;
  readonly inner: string;
  readonly closing: string;
}

/** What is in typographic quotation marks, if all of `text` is: in `“Plan” and “Move”`, only parts of it are. */
export function inTypographicQuotes(text: string): QuotedText | undefined {
  const opening = text.charAt(0);
  const closing = text.slice(-1);
  const family = FAMILIES.find(({ openings, closings }) => openings.includes(opening) && closings.includes(closing));
  const inner = text.slice(1, -1);
  if (family === undefined || inner.trim() === '' || family.inside.test(inner)) return undefined;
  return { opening, inner: inner.trim(), closing };
}

interface Family {
  readonly openings: string;
  readonly closings: string;
  /** Another mark of the family inside: then the outer marks may not be a pair. */
  readonly inside: RegExp;
}

const FAMILIES: readonly Family[] = [
  { openings: '“”„‟〝＂', closings: '“”‟〞〟＂"', inside: /["“”„‟〝〞〟＂]/ },
  { openings: '«»', closings: '«»', inside: /[«»]/ },
  { openings: '‹›', closings: '‹›', inside: /[‹›]/ },
  { openings: '「', closings: '」', inside: /[「」]/ },
  { openings: '『', closings: '』', inside: /[『』]/ },
  // An apostrophe is the same character: `‘Don’t panic’`.
  { openings: '‘’‚‛＇', closings: "‘’‛＇'", inside: /['‘’‚‛＇](?!\p{L})|(?<!\p{L})['‘’‚‛＇]/u },
];

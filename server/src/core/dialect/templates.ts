import type { Field, FrontMatter } from '../model/front-matter.js';

/**
 * Whether the front matter is that of a template: its values say what authors are to fill in, such as `#Required; the
 * title in search results`, `{{title}}` or `<your alias>`. A single one may also be left on a page.
 */
export function isTemplate({ fields }: FrontMatter, text: string): boolean {
  return fields.filter((field) => PLACEHOLDER.test(lineOf(field, text))).length >= FEWEST;
}

const FEWEST = 2;

/** After the key: a comment in place of the value, or a value in angle brackets or braces. */
const PLACEHOLDER =
  /^[^:\r\n]{1,80}:[ \t]*["']?(?:#[ \t]*(?:required|optional)\b|<[^<>\r\n]{1,80}>["']?[ \t]*$|\{[^{}\r\n]{1,80}\}["']?[ \t]*$|\{\{[^{}\r\n]{1,60}\}\})/i;
const LONGEST = 250;

/** The line of the key. */
function lineOf({ key }: Field, text: string): string {
  const { start } = key.span;
  return /^[^\r\n]*/.exec(text.slice(start, start + LONGEST))?.[0] ?? '';
}

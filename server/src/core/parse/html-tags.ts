import type { HtmlTag } from '../model/inlines.js';
import type { Located, Span } from '../text/span.js';

/** The attributes that link to something, or name or describe it. */
const KNOWN = new Set(['href', 'src', 'id', 'name', 'alt']);
const NAME = /<([a-z][a-z\d-]*)(?=[\s/])/iy;
const ATTRIBUTE = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
/** The content of these elements isn't HTML. */
const RAW = /<(script|style|textarea|title)(?=[\s>])/iy;
const RAW_END = /<\/(script|style|textarea|title)/gi;

/** The tags in a piece of HTML that have one of the known attributes. `span` is the piece, which Markdown reads as HTML. */
export function readHtmlTags(source: string, span: Span): HtmlTag[] {
  const tags: HtmlTag[] = [];
  let at = source.indexOf('<', span.start);
  while (at !== -1 && at < span.end) {
    const end = endOfRaw(source, at);
    if (end === undefined) {
      const tag = readTag(source, at, span.end);
      if (tag !== undefined && tag.attributes.size > 0) tags.push(tag);
      at = source.indexOf('<', tag?.span.end ?? at + 1);
    } else at = end === -1 ? -1 : source.indexOf('<', end);
  }
  return tags;
}

/** An opening tag according to CommonMark. */
const OPEN_TAG = /<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/iy;

/** The tags that remark leaves in plain text: it doesn't know that a value without quotes can contain a slash. */
export function readTagsInText(source: string, span: Span): HtmlTag[] {
  const tags: HtmlTag[] = [];
  for (let at = source.indexOf('<', span.start); at !== -1 && at < span.end; at = source.indexOf('<', at + 1)) {
    OPEN_TAG.lastIndex = at;
    if (source[at - 1] === '\\' || !OPEN_TAG.test(source) || OPEN_TAG.lastIndex > span.end) continue;
    const tag = readTag(source, at, span.end);
    if (tag !== undefined && tag.attributes.size > 0) tags.push(tag);
  }
  return tags;
}

/** The end of the comment or the raw text that starts at `at`: -1 if it isn't closed, `undefined` if there is none. */
function endOfRaw(source: string, at: number): number | undefined {
  if (source.startsWith('<!--', at)) return source.indexOf('-->', at + 4);
  RAW.lastIndex = at;
  const name = RAW.exec(source)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  RAW_END.lastIndex = RAW.lastIndex;
  for (let end = RAW_END.exec(source); end !== null; end = RAW_END.exec(source))
    if (end[1]?.toLowerCase() === name) return RAW_END.lastIndex;
  return -1;
}

function readTag(source: string, start: number, limit: number): HtmlTag | undefined {
  NAME.lastIndex = start;
  const name = NAME.exec(source)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const attributes = new Map<string, Located<string>>();
  let end = NAME.lastIndex;
  ATTRIBUTE.lastIndex = end;
  for (
    let match = ATTRIBUTE.exec(source);
    match !== null && ATTRIBUTE.lastIndex <= limit;
    match = ATTRIBUTE.exec(source)
  ) {
    end = ATTRIBUTE.lastIndex;
    const key = match[1]?.toLowerCase() ?? '';
    // Of an attribute that is written twice, the first counts.
    if (KNOWN.has(key) && !attributes.has(key)) attributes.set(key, valueIn(match, end));
  }
  const close = source.indexOf('>', end);
  return { name, attributes, span: { start, end: close === -1 || close >= limit ? end : close + 1 } };
}

/** The value of an attribute whose match ends at `end`, without the white space around it, which browsers ignore. */
function valueIn([, , double, single, bare]: RegExpExecArray, end: number): Located<string> {
  const written = double ?? single ?? bare ?? '';
  const start = end - written.length - (double === undefined && single === undefined ? 0 : 1);
  const value = written.trim();
  const valueStart = start + (written.length - written.trimStart().length);
  return { value, span: { start: valueStart, end: valueStart + value.length } };
}

import type { HtmlTag, Inlines, Link } from '../model/inlines.js';
import type { Located } from '../text/span.js';

/** A link with a target, in Markdown or in HTML. */
export interface TargetedLink {
  readonly kind: 'link' | 'image' | 'definition';
  readonly target: Link['target'];
}

/** The links with a target: not references, whose target is elsewhere. */
export function linksWithTarget({ links, tags }: Inlines): readonly TargetedLink[] {
  if (links.length === 0 && tags.length === 0) return NO_LINKS;
  return [...links.filter(isTargeted), ...tags.flatMap((tag) => linkOf(tag) ?? [])];
}

const NO_LINKS: readonly TargetedLink[] = [];

function isTargeted<L extends Link>(link: L): link is L & TargetedLink {
  return link.kind === 'link' || link.kind === 'image' || link.kind === 'definition';
}

/** The elements whose `src` is a file of the site, apart from images. */
const MEDIA = new Set(['video', 'audio', 'source', 'track', 'iframe', 'embed']);

/** The link of an HTML tag; `undefined` if it has none. docfx resolves `href` and `src` only, not `srcset`. */
function linkOf({ name, attributes }: HtmlTag): TargetedLink | undefined {
  const [href, source] = [attributes.get('href'), attributes.get('src')];
  if ((name === 'a' || name === 'area') && href !== undefined) return { kind: 'link', target: href };
  if (source === undefined) return undefined;
  if (name === 'img') return { kind: 'image', target: source };
  return MEDIA.has(name) ? { kind: 'link', target: source } : undefined;
}

/** Whether `source` may contain a link: a quick check, before its inlines are read. */
export function mayHoldLinks(source: string): boolean {
  return source.includes('](') || (source.includes('<') && LINKING_ATTRIBUTE.test(source));
}

const LINKING_ATTRIBUTE = /\b(?:href|src)\s*=/i;

/**
 * The addresses that match `pattern`, which has the flag `g`: in targets, and in text that isn't the text of a link. Not
 * in code.
 */
export function addressesIn(source: string, inlines: Inlines, pattern: RegExp): Located<string>[] {
  const targets = inlines.links.filter(({ kind }) => kind !== 'reference').map(({ target }) => target);
  const inTags = inlines.tags.flatMap((tag) => linkOf(tag)?.target ?? []);
  const found = [...targets, ...inTags].filter(({ value }) => value.search(pattern) === 0);
  for (const text of inlines.texts) {
    if (inlines.links.some(({ span }) => span.start <= text.start && text.end <= span.end)) continue;
    for (const { 0: value, index } of source.slice(text.start, text.end).matchAll(pattern)) {
      const start = text.start + index;
      found.push({ value, span: { start, end: start + value.length } });
    }
  }
  return found;
}

const FILE = /\.(?:md|html?|ya?ml|png|jpe?g|gif|svg|pdf|docx?|pptx?|xlsx?|zip)(?:[?#].*)?$/i;
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/\/|www\.|aka\.ms\/|\.{0,2}\/|#)/i;

/** Whether `text` looks like a target: an address, a path, or a file name; not a remark in parentheses. */
export function looksLikeTarget(text: string): boolean {
  return ADDRESS.test(text) || FILE.test(text);
}

/** Characters that would end a target or a table cell if they weren't encoded. */
const UNSAFE = /[\s()<>|\\[\]]/g;

/** `url`, encoded for use between the parentheses of a link. */
export function asTarget(url: string): string {
  return url.replace(UNSAFE, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** The start page of the partner site, not a page below it: the target of the home link at the end of a page. */
export const HOME_PAGE = /^https?:\/\/partner-docs\.microsoft\.com\/?$/i;

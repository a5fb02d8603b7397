import type { HtmlTag, Inlines, Link } from '../model/inlines.js';

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

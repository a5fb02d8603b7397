import type { Inlines, Link } from '../model/inlines.js';

/** The links with a target: not references, whose target is elsewhere. */
export function linksWithTarget({ links }: Inlines): readonly Link[] {
  return links.length === 0
    ? links
    : links.filter(({ kind }) => kind === 'link' || kind === 'image' || kind === 'definition');
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

/** The start page of the partner site, not a page below it. */
export const HOME_PAGE = /^https?:\/\/partner-docs\.microsoft\.com\/?$/i;

import { withoutEntities } from '../parse/entities.js';
import { withoutEscapes } from './plain-text.js';

/**
 * Where the target of a link, as written, may lead: to `http:`, `https:` or `mailto:`, or to a path relative to the page.
 * `undefined` for everything else, however it is spelled: no scheme that runs something, no other computer, no root.
 */
export function safeHref(target: string): string | undefined {
  const href = withoutEntities(withoutEscapes(target));
  if (href === '' || href.includes('\\') || HIDDEN.test(href)) return undefined;
  return OUTSIDE.test(href) || isRelative(href) ? href : undefined;
}

const OUTSIDE = /^(?:https?:\/\/[^/?#]|mailto:[^/?#])/i;

/** Characters that nobody sees, and white space but for the blank, which file names have. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[^\S ]/u;

/** A scheme, another computer or the root may hide behind percent signs, and those behind others. */
function isRelative(href: string): boolean {
  let decoded = href;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (
      decoded.includes('\\') ||
      HIDDEN.test(decoded) ||
      /^[/~]/.test(decoded.trimStart()) ||
      /^[^/?#]*:/.test(decoded)
    )
      return false;
    const next = withoutPercents(decoded);
    if (next === decoded) return true;
    decoded = next;
  }
  return false;
}

const MOST_ROUNDS = 5;

function withoutPercents(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded.replace(/%([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    }
  });
}

import { withoutEntities } from '../parse/entities.js';
import { withoutEscapes } from './plain-text.js';

/**
 * The safe target of a link: `http:`, `https:`, `mailto:`, or a path relative to the page. `undefined` for every other
 * target, however it's spelled: no scheme that runs code, no other computer, no root.
 */
export function safeHref(target: string): string | undefined {
  const href = withoutEntities(withoutEscapes(target));
  if (href === '' || href.includes('\\') || HIDDEN.test(href)) return undefined;
  return OUTSIDE.test(href) || isRelative(href) ? href : undefined;
}

const OUTSIDE = /^(?:https?:\/\/[^/?#]|mailto:[^/?#])/i;

/** Invisible characters, and white space other than the space, which file names can contain. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[^\S ]/u;

/** Percent-encoding, even if nested, can hide a scheme, another computer or the root. */
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

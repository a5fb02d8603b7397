import { decodeHTMLStrict } from 'entities/decode';

/**
 * The character with a name in HTML: `amp` is `&`. `false` if there is none. In the bundles, this takes the place of the
 * package `decode-named-character-reference`, see esbuild.js: it has the table that the HTML parser needs anyway.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  const reference = `&${name};`;
  const character = decodeHTMLStrict(reference);
  return character === reference ? false : character;
}

import { LANGUAGES } from './language.js';
import type { Spellings } from './language-pack.js';
import type { Vocabulary } from './vocabulary.js';

/** Names of products that aren't services of the dialect, or show their case only in the first letter. */
const OTHER_PRODUCTS = ['Intune', 'Microsoft', 'OneNote', 'PowerPoint', 'PowerShell', 'Yammer'];

/** How authors write a name without a capital letter inside: with one. */
const INNER_CAPITALS: Readonly<Record<string, string>> = { Intune: 'InTune', Microsoft: 'MicroSoft' };

/**
 * Wrong spellings and the name that is meant. The names are those above, and each word with a capital letter inside in
 * the names of services and roles, such as SharePoint and FastTrack. Only capital letters isn't wrong: it can be a
 * heading or emphasis.
 */
export function wrongCases(vocabulary: Pick<Vocabulary, 'services' | 'roles'>): ReadonlyMap<string, string> {
  const names = new Set(OTHER_PRODUCTS);
  const accepted = new Set<string>();
  for (const { canonical, aliases = [] } of spellingsIn(vocabulary)) {
    for (const [word] of canonical.matchAll(CAPITAL_INSIDE)) names.add(word);
    for (const spelling of [canonical, ...aliases]) for (const [word] of spelling.matchAll(WORD)) accepted.add(word);
  }
  const wrong = new Map<string, string>();
  for (const name of names) for (const spelling of spellingsLike(name)) wrong.set(spelling, name);
  for (const word of [...names, ...accepted]) wrong.delete(word);
  return wrong;
}

const WORD = /\p{L}+/gu;
const CAPITAL_INSIDE = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+\p{Lu}\p{L}*(?![\p{L}\p{N}])/gu;

function* spellingsIn({ services, roles }: Pick<Vocabulary, 'services' | 'roles'>): Iterable<Spellings> {
  for (const term of [...Object.values(services.data), ...Object.values(roles.data)]) {
    for (const language of LANGUAGES) {
      const spellings = term[language];
      if (spellings !== undefined) yield spellings;
    }
  }
}

function spellingsLike(name: string): string[] {
  const lower = name.toLowerCase();
  const inner = INNER_CAPITALS[name] ?? name;
  return [lower, name.slice(0, 1) + lower.slice(1), lower.slice(0, 1) + inner.slice(1), inner];
}

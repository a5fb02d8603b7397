import { LANGUAGES } from './language.js';
import type { Vocabulary } from './vocabulary.js';

/** Names of products that aren't services of the dialect, or show their case only in the first letter. */
const OTHER_PRODUCTS = ['Intune', 'Microsoft', 'OneNote', 'PowerPoint', 'PowerShell', 'Yammer'];

/**
 * The words that are written with the same capital letters everywhere: the products above, and each word with a capital
 * letter inside in the names of services and roles, such as SharePoint and FastTrack.
 */
export function productWords({ services, roles }: Pick<Vocabulary, 'services' | 'roles'>): readonly string[] {
  const words = new Set(OTHER_PRODUCTS);
  for (const spellings of [...Object.values(services.data), ...Object.values(roles.data)]) {
    for (const language of LANGUAGES) {
      for (const [word] of spellings[language]?.canonical.matchAll(CAPITAL_INSIDE) ?? []) words.add(word);
    }
  }
  return [...words];
}

const CAPITAL_INSIDE = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+\p{Lu}\p{L}*(?![\p{L}\p{N}])/gu;

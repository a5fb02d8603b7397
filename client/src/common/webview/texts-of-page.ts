import type { Translations } from '../../../../server/src/messages/formatting/index';

/** The translations that the script of a page uses: the ids of its messages start with its name. `undefined`: English. */
export function textsOfPage(name: string, translations: Translations): Translations | undefined {
  const own = Object.entries(translations).filter(([id]) => id.startsWith(`${name}/`) || id === 'quoted');
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

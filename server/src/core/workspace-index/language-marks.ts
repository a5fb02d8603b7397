import { LANGUAGES, packOf, type Language } from '../vocabulary/language.js';
import type { LanguagePack } from '../vocabulary/language-pack.js';
import { folderOf, nameOf, type FilePath } from './file-path.js';

const LANGUAGE_OF = languagesByMark();

/** A page's path without its language marks: the same for a page and all its translations. */
export function translationKey(path: FilePath): string {
  const { stem } = stemOf(path);
  return `${folderKey(folderOf(path) ?? '')}/${stem.toLowerCase()}`;
}

/** The keys of folders, because thousands of pages are in few of them. */
const folderKeys = new Map<string, string>();
const MOST_FOLDER_KEYS = 1000;

function folderKey(folder: string): string {
  let key = folderKeys.get(folder);
  if (key === undefined) {
    key = folder.split('/').map(withoutLanguage).join('/');
    if (folderKeys.size >= MOST_FOLDER_KEYS) folderKeys.clear();
    folderKeys.set(folder, key);
  }
  return key;
}

/** The language of the page's name: German for `kick-off-de.md`. */
export function suffixLanguage(path: FilePath): Language | undefined {
  return stemOf(path).language;
}

/** The language of a parent folder: German for `german-playbook/kick-off.md`. */
export function folderNameLanguage(path: FilePath): Language | undefined {
  for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
    const language = languageOfFolder(nameOf(folder));
    if (language !== undefined) return language;
  }
  return undefined;
}

/** Whether the words of a folder's name are a language, ours or another: `german`, `fr-fr`. */
export function isLanguageMark(words: readonly string[]): boolean {
  return (
    /^[a-z]{2}(?:-[a-z]{2,4})?$/.test(words.join('-')) ||
    words.some((word) => LANGUAGE_OF.words.has(word) || OTHER_LANGUAGES.has(word))
  );
}

/** Languages without a pack of their own, and scripts. */
const OTHER_LANGUAGES: ReadonlySet<string> = new Set([
  ...['french', 'italian', 'dutch', 'korean', 'russian', 'polish', 'turkish', 'czech', 'swedish', 'danish', 'finnish'],
  ...['norwegian', 'hungarian', 'greek', 'thai', 'arabic', 'hebrew', 'ukrainian', 'hindi', 'indonesian', 'vietnamese'],
  ...['brazilian', 'traditional', 'hans', 'hant', 'latn'],
]);

/**
 * The suffix of the page's name in another language, according to `other`, a page in that language: `-de`. Empty
 * without a mark.
 */
export function suffixOf(path: FilePath): string {
  const name = nameOf(path).replace(/\.[^.]*$/, '');
  return name.slice(stemOf(path).stem.length);
}

function stemOf(path: FilePath): { stem: string; language: Language | undefined } {
  const name = nameOf(path).replace(/\.[^.]*$/, '');
  const [, stem = name, mark = ''] = /^(.+)[-_.]([a-z]{2}(?:-[a-z]{2,4})?)$/i.exec(name) ?? [];
  const language = LANGUAGE_OF.codes.get(mark.toLowerCase());
  if (language !== undefined) return { stem, language };
  // `a-b-de` was split before `b-de`.
  const [, shorter = name, last = ''] = /^(.+)[-_.]([a-z]{2})$/i.exec(name) ?? [];
  const found = LANGUAGE_OF.codes.get(last.toLowerCase());
  return found === undefined ? { stem: name, language: undefined } : { stem: shorter, language: found };
}

function languageOfFolder(name: string): Language | undefined {
  const lower = name.toLowerCase();
  return (
    LANGUAGE_OF.codes.get(lower) ??
    lower
      .split(/[-_. ]/)
      .map((word) => LANGUAGE_OF.words.get(word))
      .find((language) => language !== undefined)
  );
}

function withoutLanguage(name: string): string {
  const lower = name.toLowerCase();
  if (LANGUAGE_OF.codes.has(lower)) return '*';
  return lower
    .split(/(?<=[-_. ])|(?=[-_. ])/)
    .map((word) => (LANGUAGE_OF.words.has(word) ? '*' : word))
    .join('')
    .replace(/\*(?:[-_. ]\*)+/g, '*');
}

function languagesByMark(): {
  readonly codes: ReadonlyMap<string, Language>;
  readonly words: ReadonlyMap<string, Language>;
} {
  const entries = (marksOf: (pack: LanguagePack) => readonly string[]): [string, Language][] =>
    LANGUAGES.flatMap((language) => marksOf(packOf(language)).map((mark): [string, Language] => [mark, language]));
  return { codes: new Map(entries(({ paths }) => paths.codes)), words: new Map(entries(({ paths }) => paths.words)) };
}

import { defineMessages, type Message } from '../../messages/index.js';
import { compileGlob, isPlainGlob } from '../text/glob.js';

const texts = defineMessages('globs', {
  backslash: 'Use "/" between folders in a glob, not "\\"',
  negated: 'A glob can\'t start with "!"',
  absolute: "A glob starts from the folder of the configuration file, so it can't be an absolute path",
  parentFolder: 'A glob can\'t leave the folder that it starts from: ".." isn\'t supported',
  tooLong: "A glob can't be longer than {limit, plural, one {# character} other {# characters}}",
  range: {
    text: 'Ranges in braces aren\'t supported. List the values, as in "{example}"',
    note: '"example" is a part of a glob with braces and numbers.',
  },
});

/** In characters. */
const MAX_LENGTH = 200;
/**
 * The maximum number of characters in all globs of one configuration. Plain names and folders don't count, because a
 * page is looked up among them; every page is compared with all other globs.
 */
export const MAX_GLOB_LENGTH = 20_000;

/** What is wrong with a glob; `undefined` if it's valid. */
export function globMistake(glob: string): Message | undefined {
  if (glob.includes('\\')) return texts.backslash;
  if (glob.startsWith('!')) return texts.negated;
  if (glob.startsWith('/') || /^[A-Za-z]:/.test(glob)) return texts.absolute;
  if (glob.split('/').includes('..')) return texts.parentFolder;
  if (glob.length > MAX_LENGTH) return texts.tooLong({ limit: MAX_LENGTH });
  if (/\{\w+\.\.\w+\}/.test(glob)) return texts.range({ example: '{1,2,3}' });
  return undefined;
}

/** How many characters of these globs count towards {@link MAX_GLOB_LENGTH}. */
export function countedLength(globs: readonly string[]): number {
  return globs.reduce((length, glob) => length + (isPlainGlob(plainStart(completed(glob))) ? 0 : glob.length), 0);
}

/** Whether a path relative to the folder of the globs, with `/` between folders, matches one of them. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const usable = globs.filter((glob) => globMistake(glob) === undefined).map(completed);
  const plain = new Set(usable.filter((glob) => isPlainGlob(plainStart(glob))));
  const others = usable.filter((glob) => !plain.has(glob)).map(compileGlob);
  return (path) =>
    plain.has(path) ||
    foldersOf(path).some((folder) => plain.has(`${folder}${EVERYTHING}`)) ||
    others.some((glob) => glob.matches(path));
}

/** A folder includes everything in it. */
function completed(glob: string): string {
  const plain = glob.replace(/^(?:\.\/)+/, '');
  return plain.endsWith('/') ? plain + EVERYTHING : plain;
}

const EVERYTHING = '**';

/** The folder without the stars, for a glob that matches everything in a folder; any other glob unchanged. */
function plainStart(glob: string): string {
  return glob.endsWith(`/${EVERYTHING}`) ? glob.slice(0, -EVERYTHING.length) : glob;
}

/** `a/` and `a/b/` for `a/b/c.md`. */
function foldersOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
}

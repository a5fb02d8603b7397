import { compileGlob, isPlainGlob } from '../text/glob.js';

/** In characters. */
const MAX_LENGTH = 200;
/**
 * How many characters the globs of one configuration may have together; plain names and folders do not count, since a
 * page is looked up among them. Every page is compared with all others.
 */
export const MAX_GLOB_LENGTH = 20_000;

/** What is wrong with a glob; `undefined`: nothing. */
export function globMistake(glob: string): string | undefined {
  if (glob.includes('\\')) return 'A glob has "/" between folders, never "\\"';
  if (glob.startsWith('!')) return 'A glob that starts with "!" is not supported';
  if (glob.startsWith('/') || /^[A-Za-z]:/.test(glob))
    return "A glob starts from the folder of the configuration file, so it can't be an absolute path";
  if (glob.split('/').includes('..'))
    return 'A glob can\'t leave the folder that it starts from: ".." isn\'t supported';
  if (glob.length > MAX_LENGTH) return `A glob can't be longer than ${MAX_LENGTH} characters`;
  if (/\{\w+\.\.\w+\}/.test(glob)) return 'A range in braces is not supported: list the values, as in "{1,2,3}"';
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

/** A folder stands for all that is in it. */
function completed(glob: string): string {
  const plain = glob.replace(/^(?:\.\/)+/, '');
  return plain.endsWith('/') ? plain + EVERYTHING : plain;
}

const EVERYTHING = '**';

/** A glob for all in a folder, without its stars; any other as it is. */
function plainStart(glob: string): string {
  return glob.endsWith(`/${EVERYTHING}`) ? glob.slice(0, -EVERYTHING.length) : glob;
}

/** `a/` and `a/b/` of `a/b/c.md`. */
function foldersOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
}

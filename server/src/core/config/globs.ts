import picomatch from 'picomatch/posix';

const MAX_LENGTH = 200;
/** Each run of stars multiplies what a match may cost. */
const MAX_WILDCARDS = 8;

/** What is wrong with a glob; `undefined`: nothing. */
export function globMistake(glob: string): string | undefined {
  if (glob.includes('\\')) return 'A glob has "/" between folders, never "\\"';
  if (glob.startsWith('!')) return 'A glob that starts with "!" is not supported';
  if (glob.startsWith('/') || /^[A-Za-z]:/.test(glob)) return 'A glob counts from the folder of the configuration file; it can not be an absolute path';
  if (glob.split('/').includes('..')) return 'A glob can not leave the folder of the configuration file';
  if (glob.length > MAX_LENGTH || (glob.match(/\*+/g) ?? []).length > MAX_WILDCARDS) return 'This glob is too complicated';
  return undefined;
}

/** Whether a path relative to the folder of the globs, with `/` between folders, matches one of them. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.filter((glob) => globMistake(glob) === undefined).map((glob) => picomatch(completed(glob), { dot: true, noextglob: true, nonegate: true }));
  return (path) => matchers.some((matches) => matches(path));
}

/** A folder stands for all that is in it. */
function completed(glob: string): string {
  const plain = glob.replace(/^(?:\.\/)+/, '');
  return plain.endsWith('/') ? `${plain}**` : plain;
}

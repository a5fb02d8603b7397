import { memoized } from '../text/memo.js';
import { nearest } from '../text/spelling.js';
import { folderOf, nameOf, type FilePath } from './file-path.js';
import type { FileTree } from './file-tree.js';
import { suffixOf } from './language-marks.js';
import { extensionOf } from './resolve.js';

/**
 * The files that a link to `path`, which is not there, may have meant, best first: the name with the forgotten `-partner`,
 * with the ending of the language that the page itself has, or with the forgotten `.md`; a name a slip away in the same
 * folder; a file of the same name elsewhere. Remembered until a file comes or goes: a page asks at every keystroke.
 */
export function nearFiles(path: FilePath, from: FilePath, files: FileTree): readonly FilePath[] {
  const answers = answersAbout(files);
  const key = `${from}\n${path}`;
  let answer = answers.get(key);
  if (answer === undefined) {
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(key, (answer = search(path, from, files)));
  }
  return answer;
}

/** More than anybody reads, as some of them may be no pages of the site. */
const MOST = 9;
const MOST_ANSWERS = 10_000;
/** In a larger folder only names with the same beginning are compared. */
const MOST_NAMES = 1000;
/** A name that more files have says nothing. */
const MOST_NAMESAKES = 100;
const SAME_BEGINNING = 3;

const remembered = memoized((_: FileTree) => ({ revision: -1, answers: new Map<string, readonly FilePath[]>() }));

function answersAbout(files: FileTree): Map<string, readonly FilePath[]> {
  const known = remembered(files);
  if (known.revision !== files.revision) {
    known.revision = files.revision;
    known.answers.clear();
  }
  return known.answers;
}

function search(path: FilePath, from: FilePath, files: FileTree): readonly FilePath[] {
  const folder = folderOf(path) ?? '';
  const forgotten = withForgottenEndings(path, suffixOf(from)).filter((candidate) => files.has(candidate));
  const beside = namesBeside(path, folder, files);
  const name = nameOf(path).replace(BUILT_PAGE, '.md');
  const near = [...nearest(name, beside, MOST), ...alike(name, beside)].map((one) => `${folder}/${one}`);
  return [...new Set([...forgotten, ...near, ...namesakes(path, from, files)])].slice(0, MOST);
}

/** What the path would be with the endings that authors forget. */
function withForgottenEndings(path: FilePath, suffix: string): FilePath[] {
  const extension = extensionOf(path) === '.md' ? path.slice(-3) : '.md';
  const stem = extensionOf(path) === '.md' ? path.slice(0, -3) : path.replace(/\.html?$/i, '').replace(/\/$/, '');
  const plain = suffix !== '' && stem.endsWith(suffix) ? stem.slice(0, -suffix.length) : stem;
  const other = plain.endsWith('-partner') ? plain.slice(0, -'-partner'.length) : `${plain}-partner`;
  const stems = [plain + suffix, other + suffix, plain, other];
  return [...new Set(stems.map((one) => one + extension))].filter((candidate) => candidate !== path);
}

/** The names of the files in the folder that are of the same kind, as many as can be compared in no time. */
function namesBeside(path: FilePath, folder: FilePath, files: FileTree): readonly string[] {
  const kind = kindOf(path);
  const beginning = nameOf(path).slice(0, SAME_BEGINNING).toLowerCase();
  const all: string[] = [];
  const begun: string[] = [];
  for (const file of files.inFolder(folder)) {
    const name = nameOf(file);
    if (all.length <= MOST_NAMES && kindOf(name) === kind) all.push(name);
    if (begun.length < MOST_NAMES && name.slice(0, SAME_BEGINNING).toLowerCase() === beginning && kindOf(name) === kind)
      begun.push(name);
  }
  return all.length <= MOST_NAMES ? all : begun;
}

/** At the end of a name: what a page has on the site in place of `.md`. */
const BUILT_PAGE = /\.html?$|(?<=^[^.]+)$/i;
const PAGE = /^(?:|\.md|\.html?)$/;
const IMAGE = /^\.(?:png|jpe?g|gif|svg|webp|bmp)$/;

/** A file is never meant to be one of another kind; an image may have been saved in another format. */
function kindOf(path: FilePath): string {
  const extension = extensionOf(path);
  if (PAGE.test(extension)) return '.md';
  return IMAGE.test(extension) ? '.png' : extension;
}

/** How much of their words two names share at least, to be taken for one another. */
const LEAST_SHARED = 0.75;

/** The names that share most of their words with `name`, nearest first: `initiate-kick-off.md` is `initiate-conduct-kick-off.md`. */
function alike(name: string, names: readonly string[]): string[] {
  const words = wordsOf(name);
  if (words.size < 3) return [];
  return names
    .map((other) => ({ other, shared: share(words, wordsOf(other)) }))
    .filter(({ shared }) => shared >= LEAST_SHARED)
    .sort((a, b) => b.shared - a.shared || (a.other < b.other ? -1 : 1))
    .map(({ other }) => other);
}

function wordsOf(name: string): Set<string> {
  return new Set(
    name
      .toLowerCase()
      .replace(/\.[^.]*$/, '')
      .split(/[-_. ]+/),
  );
}

/** Of 0 for no word in common up to 1 for the same words. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let same = 0;
  for (const word of a) if (b.has(word)) same++;
  return (2 * same) / (a.size + b.size);
}

/** Every folder may have one: only with the folder's name it says which. */
const EVERYWHERE = /^(?:index|readme|toc|default)\.\w+$/i;

/** The files of the same name in other folders, the nearest first. */
function namesakes(path: FilePath, from: FilePath, files: FileTree): FilePath[] {
  const name = nameOf(path).replace(BUILT_PAGE, '.md');
  const ending = EVERYWHERE.test(name) ? `/${nameOf(folderOf(path) ?? '')}/${name}` : '';
  const found: FilePath[] = [];
  for (const file of files.named(name)) {
    if (found.length > MOST_NAMESAKES) return [];
    if (file.endsWith(ending)) found.push(file);
  }
  return found.sort((a, b) => distance(a, from) - distance(b, from) || (a < b ? -1 : 1));
}

/** How many folders one passes on the way from one file to the other. */
function distance(a: FilePath, b: FilePath): number {
  const [from, to] = [a.split('/'), b.split('/')];
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return from.length + to.length - 2 * same;
}

import { memoized } from '../text/memo.js';
import { nearest } from '../text/spelling.js';
import { shareOf } from '../text/word-share.js';
import { asFilePath, folderOf, nameOf, NO_FOLDER, type FilePath } from './file-path.js';
import type { FileTree } from './file-tree.js';
import { suffixOf } from './language-marks.js';
import { extensionOf } from './resolve.js';

/**
 * The files that a link to the missing file `path` may have meant, best first: the name with a missing `-partner`, with
 * the page's language suffix, or with a missing `.md`; a similar name in the same folder; a file with the same name
 * elsewhere. Cached until a file is added or deleted, because a page asks at every keystroke.
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

/** More than anyone reads, since some of them may not be published. */
const MOST = 9;
const MOST_ANSWERS = 10_000;
/** In a larger folder, only names with the same beginning are compared. */
const MOST_NAMES = 1000;
/** If more files have the same name, it identifies none of them. */
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
  const folder = folderOf(path) ?? NO_FOLDER;
  const forgotten = withForgottenEndings(path, suffixOf(from)).filter((candidate) => files.has(candidate));
  const beside = namesBeside(path, folder, files);
  const name = nameOf(path).replace(BUILT_PAGE, '.md');
  const near = [...nearest(name, beside, MOST), ...alike(name, beside)].map((one) => asFilePath(`${folder}/${one}`));
  return [...new Set([...forgotten, ...near, ...namesakes(path, from, files)])].slice(0, MOST);
}

/** The path with the suffixes that authors forget. */
function withForgottenEndings(path: FilePath, suffix: string): FilePath[] {
  const extension = extensionOf(path) === '.md' ? path.slice(-3) : '.md';
  const stem = extensionOf(path) === '.md' ? path.slice(0, -3) : path.replace(/\.html?$/i, '').replace(/\/$/, '');
  const plain = suffix !== '' && stem.endsWith(suffix) ? stem.slice(0, -suffix.length) : stem;
  const other = plain.endsWith('-partner') ? plain.slice(0, -'-partner'.length) : `${plain}-partner`;
  const stems = [plain + suffix, other + suffix, plain, other];
  return [...new Set(stems.map((one) => asFilePath(one + extension)))].filter((candidate) => candidate !== path);
}

/** The names of the files of the same kind in the folder, as many as can be compared quickly. */
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

/** At the end of a name: the extension of a page on the site instead of `.md`. */
const BUILT_PAGE = /\.html?$|(?<=^[^.]+)$/i;
const PAGE = /^(?:|\.md|\.html?)$/;
const IMAGE = /^\.(?:png|jpe?g|gif|svg|webp|bmp)$/;

/** A file of another kind is never meant; but an image may have been saved in another format. */
function kindOf(path: string): string {
  const extension = extensionOf(path);
  if (PAGE.test(extension)) return '.md';
  return IMAGE.test(extension) ? '.png' : extension;
}

/** The minimum share of common words for two similar names. */
const LEAST_SHARED = 0.75;

/**
 * The names that share most of their words with `name`, nearest first: `initiate-kick-off.md` and
 * `initiate-conduct-kick-off.md`.
 */
function alike(name: string, names: readonly string[]): string[] {
  const words = wordsOf(name);
  if (words.size < 3) return [];
  return names
    .map((other) => ({ other, shared: shareOf(words, wordsOf(other)) }))
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
/** Every folder can have one: only together with the folder's name, the name identifies a file. */
const EVERYWHERE = /^(?:index|readme|toc|default)\.\w+$/i;

/** The files with the same name in other folders, the nearest first. */
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

/** The number of folders on the way from one file to the other. */
function distance(a: FilePath, b: FilePath): number {
  const [from, to] = [a.split('/'), b.split('/')];
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return from.length + to.length - 2 * same;
}

import { smallest } from '../text/lists.js';
import type { EditionEvidence, FolderPair } from './edition-evidence.js';
import { folderOf, isInside, nameOf, type FilePath } from './file-path.js';
import { isLanguageMark } from './language-marks.js';

/** The edition of every page that is in no other one. */
export const LIVE = 'live';

/** What else is known about folders. */
export interface FolderFacts {
  /** Whether the folder is in the workspace, but isn't the whole of it. */
  isPart(folder: FilePath): boolean;
  /** Whether docfx publishes the two folders to different places. */
  arePublishedApart(one: FilePath, other: FilePath): boolean;
}

/**
 * The folders with the same pages in another generation, each with the name of its edition. The names are the words in
 * which the folders differ: `live` and `preliminary` for `site` and `site-prelim`.
 */
export function folderEditions(evidence: EditionEvidence, facts: FolderFacts): ReadonlyMap<FilePath, string> {
  const pairs = [...evidence.pairs].filter((pair) => areEditions(pair, evidence, facts));
  const found = new Map<FilePath, string>();
  for (const { other } of pairs.filter(isNested)) found.set(other, editionCalled(wordsOf(nameOf(other))));
  for (const family of familiesOf(pairs.filter((pair) => !isNested(pair))))
    for (const [folder, words] of distinctWords(family)) found.set(folder, editionCalled(words));
  // What is archived often has no other page of its name any more.
  for (const folder of evidence.folders())
    if (!found.has(folder) && isArchive(nameOf(folder)) && facts.isPart(folder) && evidence.countIn(folder) > 0)
      found.set(folder, ARCHIVE);
  return found;
}

/** At least this many pages must be in both folders: more if nothing but the pages says that these are editions. */
const FEWEST = { named: 3, unnamed: 5 };
/** The minimum share of the pages of the smaller folder that must be in both. */
const LEAST_SHARE = { named: 0.25, unnamed: 0.6 };

function areEditions(pair: FolderPair, evidence: EditionEvidence, facts: FolderFacts): boolean {
  const { one, other, same, alike } = pair;
  const isNamed = ownWords(pair).flat().some(isGeneration) || facts.arePublishedApart(one, other);
  const kind = isNamed ? 'named' : 'unnamed';
  const own = evidence.countIn(one) - (isNested(pair) ? evidence.countIn(other) : 0);
  const smaller = Math.min(own, evidence.countIn(other));
  return same >= FEWEST[kind] && same >= smaller * LEAST_SHARE[kind] && alike * 2 >= same;
}

/**
 * Whether the names of two folders allow that they are editions. Either they are siblings, or `one` contains `other`.
 */
export function mayBeEditions(one: FilePath, other: FilePath): boolean {
  return !ownWords({ one, other }).some(isOtherSite);
}

/** The words in which the names of the folders differ. */
function ownWords(pair: Folders): readonly (readonly string[])[] {
  const { one, other } = pair;
  if (isNested(pair)) return [wordsOf(nameOf(other))];
  return [...distinctWords([one, other]).values()];
}

type Folders = Pick<FolderPair, 'one' | 'other'>;

function isNested({ one, other }: Folders): boolean {
  return isInside(one, other);
}

/** Translations, and the pages for other readers, aren't editions. */
function isOtherSite(words: readonly string[]): boolean {
  return isLanguageMark(words) || words.some((word) => /^(?:internal|partners?|customers?)$/.test(word));
}

/** Words for a generation of pages. */
const LIVE_WORDS: ReadonlySet<string> = new Set(['live', 'current', 'published', 'production', 'prod', 'main']);
const PRELIMINARY_WORDS: ReadonlySet<string> = new Set(['prelim', 'preliminary']);
const ARCHIVE_WORDS: ReadonlySet<string> = new Set(['archive', 'archives', 'archived']);
const OTHER_WORDS: ReadonlySet<string> = new Set([
  ...['preview', 'draft', 'drafts', 'beta', 'next', 'staging', 'upcoming', 'wip'],
  ...['previous', 'old', 'older', 'legacy', 'former', 'backup', 'copy', 'deprecated', 'retired'],
]);

const ARCHIVE = 'archive';

function isGeneration(word: string): boolean {
  return (
    [LIVE_WORDS, PRELIMINARY_WORDS, ARCHIVE_WORDS, OTHER_WORDS].some((words) => words.has(word)) || VERSION.test(word)
  );
}

/** `v2`, `2020`, `2020h1`. */
const VERSION = /^(?:v\d{1,3}|(?:fy)?(?:19|20)\d\d(?:[hq]\d)?)$/;

function isArchive(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => ARCHIVE_WORDS.has(word)) && words.every((word) => ARCHIVE_WORDS.has(word) || /\d/.test(word))
  );
}

/** The name of the edition in a folder whose name has these words of its own. */
function editionCalled(words: readonly string[]): string {
  if (words.every((word) => LIVE_WORDS.has(word))) return LIVE;
  return words
    .map((word) => (PRELIMINARY_WORDS.has(word) ? 'preliminary' : ARCHIVE_WORDS.has(word) ? ARCHIVE : word))
    .join('-');
}

/** The folders beside each other that are connected by pairs. */
function familiesOf(pairs: readonly FolderPair[]): FilePath[][] {
  const families: Set<FilePath>[] = [];
  for (const { one, other } of pairs) {
    const joined = families.filter((family) => family.has(one) || family.has(other));
    const [first = new Set<FilePath>(), ...rest] = joined;
    if (joined.length === 0) families.push(first);
    for (const family of rest) {
      for (const folder of family) first.add(folder);
      families.splice(families.indexOf(family), 1);
    }
    first.add(one).add(other);
  }
  return families.map((family) => [...family].sort());
}

/** The words of each folder's name without those that all names begin or end with. */
function distinctWords(folders: readonly FilePath[]): Map<FilePath, readonly string[]> {
  const names = folders.map((folder) => wordsOf(nameOf(folder)));
  const [model = []] = names;
  const shortest = smallest(names.map(({ length }) => length));
  let start = 0;
  while (start < shortest && names.every((words) => words[start] === model[start])) start++;
  let end = 0;
  while (end < shortest - start && names.every((words) => words.at(-1 - end) === model.at(-1 - end))) end++;
  return new Map(folders.map((folder, index) => [folder, (names[index] ?? []).slice(start, -end || undefined)]));
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[-_. ]+/)
    .filter((word) => word !== '');
}

/** The folder and its parents, the outermost first. */
export function foldersAround(path: FilePath): FilePath[] {
  const folders: FilePath[] = [];
  for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) folders.unshift(folder);
  return folders;
}

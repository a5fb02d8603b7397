import type { Language, Severity, WordList } from '../core/index.js';
import { unknownWordOf, uriOf } from '../workspace/index.js';
import type { Checker } from './checker.js';

/** What `--init` finds in a folder. */
export interface Survey {
  /** The number of playbooks. */
  readonly pages: number;
  /** The number of playbooks in each subfolder, at any depth; `.` for the folder itself. */
  readonly folders: Counts<string>;
  readonly languages: Counts<Language>;
  /** Those that a check of the folder reports, in tables of contents as well. */
  readonly problems: Counts<Severity>;
  /** How often each unknown word appears that isn't a typo of a known one, by the list that it belongs in. */
  readonly unknownWords: ReadonlyMap<WordList, Counts<string>>;
}

/** The most frequent first. */
export type Counts<Key> = readonly (readonly [key: Key, count: number])[];

/** Reads and checks all files of a folder. `relative`: the path of a page in the folder, with `/`. */
export async function surveyOf(checker: Checker, folder: string, relative: (uri: string) => string): Promise<Survey> {
  const { workspace } = checker;
  const pages = [...workspace.index.pages.values()].filter(({ isPlaybook }) => isPlaybook);
  const folders = new Counter<string>();
  const languages = new Counter<Language>();
  const problems = new Counter<Severity>();
  const words = new Map<WordList, Counter<string>>();
  for (const { path, text, language } of pages) {
    const uri = uriOf(path);
    folders.add(firstFolder(relative(uri)));
    languages.add(language);
    for (const problem of (await workspace.check(uri, { text, encoding: 'utf-8' })).problems) {
      problems.add(problem.severity);
      const unknown = unknownWordOf(problem);
      if (unknown?.isProbablyTypo === false) counterIn(words, unknown.list).add(unknown.word);
    }
  }
  for (const toc of checker.tocsIn([folder])) {
    const { file } = await checker.checkFile(toc, await checker.read(toc));
    for (const problem of file?.problems ?? []) problems.add(problem.severity);
  }
  return {
    pages: pages.length,
    folders: folders.sorted(),
    languages: languages.sorted(),
    problems: problems.sorted(),
    unknownWords: new Map([...words].map(([list, counter]) => [list, counter.sorted()])),
  };
}

function firstFolder(path: string): string {
  const end = path.indexOf('/');
  return end === -1 ? '.' : path.slice(0, end);
}

function counterIn(counters: Map<WordList, Counter<string>>, list: WordList): Counter<string> {
  const counter = counters.get(list) ?? new Counter<string>();
  counters.set(list, counter);
  return counter;
}

class Counter<Key extends string> {
  readonly #counts = new Map<Key, number>();

  add(key: Key): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  sorted(): Counts<Key> {
    return [...this.#counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  }
}

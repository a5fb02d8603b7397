import { posix, sep, win32 } from 'node:path';
import { defineMessages } from '../messages/index.js';
import type { ReportedFile } from './formats/report.js';
import { KnownProblems } from './known-problems.js';
import { RunRefusal } from './refusals.js';

const texts = defineMessages('cli/baseline', {
  damaged: {
    text: 'The baseline "{path}" is damaged: {reason}. Restore it, or delete it and create it again with {option}',
    note: '"reason" is one of the next texts. "option" is the option --write-baseline.',
  },
  notJson: { text: "it isn't valid JSON", note: 'The baseline "baseline.json" is damaged: it isn\'t valid JSON.' },
  wrongShape: {
    text: "it doesn't have the form of a baseline",
    note: 'The baseline "baseline.json" is damaged: it doesn\'t have the form of a baseline.',
  },
  wrongEntry: {
    text: 'entry {number} of "problems" isn\'t valid',
    note: 'The baseline "baseline.json" is damaged: entry 3 of "problems" isn\'t valid.',
  },
  newer: 'The baseline "{path}" was written by a newer version of playbook-lint. Update playbook-lint',
});

/** The version of the form of the file. */
const VERSION = 1;

/** A problem that isn't reported, or several with the same text. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, with `/`. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
}

/** The result of leaving out known problems. */
export interface UnknownProblems {
  readonly files: readonly ReportedFile[];
  /** The number of problems that were left out. */
  readonly known: number;
  /** The number of entries whose problems no longer exist, all or some of them. */
  readonly stale: number;
}

/** The known problems of a repository. */
export class Baseline {
  readonly #entries: readonly BaselineEntry[];
  readonly #relative: (path: string) => string;

  /** `relative`: the path of a file in the baseline. */
  constructor(entries: readonly BaselineEntry[], relative: (path: string) => string) {
    this.#entries = entries;
    this.#relative = relative;
  }

  /**
   * Leaves out the known problems of `files`. `isCovered`: whether a path of the baseline is among the files of the run.
   */
  unknown(files: readonly ReportedFile[], isCovered: (path: string) => boolean): UnknownProblems {
    const known = this.#byPath();
    const left = files.map((file) => {
      const ofFile = known.get(this.#relative(file.path));
      const problems = file.problems.filter((problem) => !isRecorded(problem) || ofFile?.take(problem) !== true);
      return problems.length === file.problems.length ? file : { ...file, problems };
    });
    const count = (all: readonly ReportedFile[]): number => all.flatMap(({ problems }) => problems).length;
    const stale = [...known].filter(([path]) => isCovered(path)).reduce((sum, [, { left: n }]) => sum + n, 0);
    return { files: left, known: count(files) - count(left), stale };
  }

  /** The same with the problems of `files` instead of those that the run covered. */
  with(files: readonly ReportedFile[], isCovered: (path: string) => boolean): Baseline {
    const kept = this.#entries.filter(({ path }) => !isCovered(path));
    const added = files.flatMap((file) => entriesOf(this.#relative(file.path), file));
    return new Baseline([...kept, ...added], this.#relative);
  }

  get problemCount(): number {
    return this.#entries.reduce((sum, { count }) => sum + count, 0);
  }

  /** The content of the file: sorted, one entry per line. */
  print(): string {
    const lines = this.#entries
      .map(({ path, rule, fingerprint, count }) => ({ path, rule, fingerprint, count }))
      .sort((a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint))
      .map((entry) => `    ${JSON.stringify(entry)}`);
    const problems = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
    return `{\n  "version": ${VERSION},\n  "problems": ${problems}\n}\n`;
  }

  #byPath(): Map<string, KnownProblems> {
    const known = new Map<string, KnownProblems>();
    for (const { path, rule, fingerprint, count } of this.#entries) {
      const ofFile = known.get(path) ?? new KnownProblems();
      known.set(path, ofFile);
      ofFile.add({ ruleId: rule, fingerprint }, count);
    }
    return known;
  }
}

/** A mistake in a configuration file affects everything, so it is always reported. */
function isRecorded({ ruleId }: { readonly ruleId: string }): boolean {
  return ruleId !== 'configuration';
}

function entriesOf(path: string, { problems }: ReportedFile): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { ruleId: rule, fingerprint } of problems.filter(isRecorded)) {
    const key = `${rule} ${fingerprint}`;
    entries.set(key, { path, rule, fingerprint, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** The path of a file in a baseline in `folder`, the same on every system. */
export function pathInBaseline(folder: string, file: string, paths = sep === '\\' ? win32 : posix): string {
  return paths.relative(folder, file).split(paths.sep).join('/');
}

/** Reads the content of the file at `path`. Throws a `RunRefusal`. */
export function parseBaseline(text: string, path: string): BaselineEntry[] {
  const damaged = (reason: typeof texts.notJson): RunRefusal =>
    new RunRefusal(texts.damaged({ path, reason, option: '--write-baseline' }));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(texts.notJson);
  }
  if (!isObject(value) || typeof value['version'] !== 'number') throw damaged(texts.wrongShape);
  if (value['version'] > VERSION) throw new RunRefusal(texts.newer({ path }));
  const { problems } = value;
  if (!Array.isArray(problems)) throw damaged(texts.wrongShape);
  return problems.map((entry: unknown, index) => {
    if (!isEntry(entry)) throw damaged(texts.wrongEntry({ number: index + 1 }));
    return entry;
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isObject(value)) return false;
  const { path, rule, fingerprint, count } = value;
  const areTexts = [path, rule, fingerprint].every((text) => typeof text === 'string' && text !== '');
  return areTexts && Number.isSafeInteger(count) && Number(count) > 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { dirname, resolve } from 'node:path';
import { defineMessages, type Message } from '../messages/index.js';
import { decodeText } from '../shared/decode-text.js';
import { baseHost } from './base-host.js';
import { changedLines, linesOf } from './changed-lines.js';
import type { Checker } from './checker.js';
import type { CliEnvironment } from './cli-environment.js';
import { useConfigFile } from './config-option.js';
import type { FoundFiles, MissingPaths } from './find-files.js';
import type { ReportedFile, ReportedProblem } from './formats/report.js';
import { findChangedFiles } from './git/changed-files.js';
import { findMergeBase } from './git/merge-base.js';
import { KnownProblems } from './known-problems.js';
import type { ChangedOption } from './options.js';
import { RunRefusal, UsageError } from './refusals.js';
import { shownPath } from './shown-path.js';
import { isInside } from './workspace-roots.js';

const texts = defineMessages('cli/changed', {
  deleted: '"{path}" was deleted, so it is not checked. To find links to it, check the pages around it',
  renamed: '"{path}" was renamed, so it is not checked. Check "{newPath}" instead',
  isRevision: {
    text: 'No such file or folder: "{path}". To compare with a revision, use {option}',
    note: '"option" is such as --changed=main.',
  },
  outside: '--changed can\'t be used for "{path}", which is outside the Git repository "{root}"',
  otherRepository:
    '--changed can\'t be used for "{path}", which has a Git repository of its own. Run the command there',
});

/** The files and problems of a run that are new since a commit. */
export interface NewProblems {
  readonly files: readonly ReportedFile[];
  /** The number of problems that were left out. */
  readonly older: number;
  /** What could not be read as it was in the commit. */
  readonly failures: readonly Message[];
}

/** The changes since the merge base with a revision. */
export interface ChangesSince extends MissingPaths {
  /** The revision, as the user knows it. */
  readonly since: string;
  /** Throws a `RunRefusal` if a path is outside the repository, or an argument is in another one in it. */
  refuseOutside(found: FoundFiles): Promise<void>;
  /** Leaves only the problems that the changes caused. */
  newProblems(files: readonly ReportedFile[], checker: Checker): Promise<NewProblems>;
}

/** Finds the changes since the merge base with a revision. `config`: the value of `--config`. Throws a `RunRefusal`. */
export async function changesSince(
  { since, next }: ChangedOption,
  config: string | undefined,
  environment: CliEnvironment,
): Promise<ChangesSince> {
  const { git, cwd } = environment;
  const base = await findMergeBase(git, cwd, since);
  const changes = await findChangedFiles(git, base);
  const absolute = (path: string): string => resolve(base.root, ...path.split('/'));
  const files: FileChanges = {
    before: new Map([...changes.before].map(([path, content]) => [absolute(path), content])),
    added: new Set([...changes.added].map(absolute)),
    renamed: new Map([...changes.renamed].map(([path, oldPath]) => [absolute(path), absolute(oldPath)])),
  };
  return {
    since: base.since,
    goneBecause: (path, shown) => goneBecause(path, shown, files, cwd),
    refuseRevision(missing) {
      if (missing === next) throw new UsageError(texts.isRevision({ path: next, option: `--changed=${next}` }));
    },
    async refuseOutside({ paths, searched, folders }) {
      const outside = [...paths, ...searched].find((path) => !isInside(base.root, path));
      if (outside !== undefined) throw new RunRefusal(texts.outside({ path: outside, root: base.root }));
      for (const folder of folders) {
        const other = await repositoryAround(folder, base.root, environment);
        if (other !== undefined) throw new RunRefusal(texts.otherRepository({ path: shownPath(cwd, other) }));
      }
    },
    newProblems: (reported, checker) =>
      new Comparison(files, checker, () => checkerBefore(files, checker, config, environment), cwd).newProblems(
        reported,
      ),
  };
}

/** The folder of a submodule or another repository in `root` that `folder` is in. Git doesn't compare its files. */
async function repositoryAround(folder: string, root: string, { host }: CliEnvironment): Promise<string | undefined> {
  for (let at = folder; at !== root && isInside(root, at); at = dirname(at))
    if ((await host.kindOf(resolve(at, '.git')).catch(() => undefined)) !== undefined) return at;
  return undefined;
}

/** `path`: doesn't exist on the disk. */
function goneBecause(path: string, shown: string, { before, renamed }: FileChanges, cwd: string): Message | undefined {
  const newPath = [...renamed].find(([, oldPath]) => oldPath === path)?.[0];
  if (newPath !== undefined) return texts.renamed({ path: shown, newPath: shownPath(cwd, newPath) });
  return [...before.keys()].some((one) => isInside(path, one)) ? texts.deleted({ path: shown }) : undefined;
}

/** Checks the files as they were. The file of `--config` is a part of the command, so it is the current one. */
async function checkerBefore(
  files: FileChanges,
  now: Checker,
  config: string | undefined,
  environment: CliEnvironment,
): Promise<Checker> {
  const checker = now.seenBy(baseHost(files, environment.host));
  if (config !== undefined) await useConfigFile(checker, config, environment);
  await checker.readWorkspace();
  return checker;
}

interface FileChanges {
  readonly before: ReadonlyMap<string, Uint8Array>;
  readonly added: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Compares the problems of each file with its problems in the commit. */
class Comparison {
  readonly #changes: FileChanges;
  readonly #now: Checker;
  readonly #before: () => Promise<Checker>;
  readonly #cwd: string;
  /** Checks the files as they were in the commit. Only made if necessary, because it reads all pages again. */
  #checkerBefore: Promise<Checker> | undefined;

  constructor(changes: FileChanges, now: Checker, before: () => Promise<Checker>, cwd: string) {
    this.#changes = changes;
    this.#now = now;
    this.#before = before;
    this.#cwd = cwd;
  }

  async newProblems(reported: readonly ReportedFile[]): Promise<NewProblems> {
    const files: ReportedFile[] = [];
    for (const file of reported) files.push({ ...file, problems: await this.#newIn(file) });
    const count = (all: readonly ReportedFile[]): number => all.flatMap(({ problems }) => problems).length;
    const failures = (await this.#checkerBefore)?.indexFailures ?? [];
    return { files, older: count(reported) - count(files), failures };
  }

  /** The problems on changed lines, and those that the file didn't have, because something else changed. */
  async #newIn({ path: shown, problems }: ReportedFile): Promise<readonly ReportedProblem[]> {
    const { before, added, renamed } = this.#changes;
    if (before.size === 0 && added.size === 0) return [];
    const path = resolve(this.#cwd, shown);
    const oldPath = renamed.get(path) ?? path;
    if (added.has(oldPath)) return problems;
    const changed = await this.#changedLines(path, before.get(oldPath));
    if (problems.every(({ line }) => changed.has(line))) return problems;
    const known = new KnownProblems(await this.#problemsBefore(oldPath));
    // Unchanged lines first: a line that was copied has a problem that was known, and the same problem again.
    const older = new Set(problems.filter((problem) => !changed.has(problem.line) && known.take(problem)));
    return problems.filter((problem) => !older.has(problem));
  }

  async #changedLines(path: string, before: Uint8Array | undefined): Promise<ReadonlySet<number>> {
    if (before === undefined) return new Set();
    const now = await this.#now.read(path);
    return 'error' in now ? new Set() : changedLines(linesOf(decodeText(before).text), linesOf(now.text));
  }

  async #problemsBefore(path: string): Promise<readonly ReportedProblem[]> {
    const checker = await (this.#checkerBefore ??= this.#before());
    const config = checker.configFiles().find((file) => resolve(this.#cwd, file.path) === path);
    if (config !== undefined) return config.problems;
    const { file } = await checker.checkFile(path, await checker.read(path));
    return file?.problems ?? [];
  }
}

import { resolve } from 'node:path';
import { defineMessages, type Message } from '../../messages/index.js';
import { RunRefusal } from '../refusals.js';
import type { Git, GitResult } from './git.js';

const texts = defineMessages('git/merge-base', {
  noGit: '--changed requires Git, but Git could not be started: {reason}',
  noRepository: '--changed requires a Git repository, but "{folder}" isn\'t in one',
  gitFailed: {
    text: "Git can't read this repository: {reason}",
    note: '"reason" is an error message of Git, in English.',
  },
  noCommits: '--changed compares with a commit, but this repository has no commits yet',
  noRevision: 'Git doesn\'t know the revision "{revision}"',
  unknownRevision: {
    text: 'Git doesn\'t know the revision "{revision}". If it is a branch on the server, run {command} and use {example}',
    note: '"command" is "git fetch". "example" is such as --changed=origin/main.',
  },
  noDefault: 'No default branch found (origin/HEAD, main, or master). Name the revision to compare with: {example}',
  noMergeBase: 'The current branch and "{revision}" have no common commit',
  shallow: {
    text: 'This clone is shallow: it doesn\'t contain the commit that the current branch and "{revision}" have in common. Get the whole history with {command}, or in a pipeline, check out with "fetch-depth: 0"',
    note: '"command" is "git fetch --unshallow". "fetch-depth: 0" is a setting of build pipelines.',
  },
});

/** A repository, and the commit that changes are relative to. */
export interface MergeBase {
  /** The absolute path of the topmost folder. */
  readonly root: string;
  /** The hash of the commit. */
  readonly commit: string;
  /** The revision, as the user knows it: `origin/main`. */
  readonly since: string;
}

/**
 * Finds the commit that the current branch and `since` have in common. `undefined`: the default branch. Throws a
 * `RunRefusal`.
 */
export async function findMergeBase(git: Git, cwd: string, since: string | undefined): Promise<MergeBase> {
  const root = await rootOf(git, cwd);
  if ((await commitOf(git, root, 'HEAD')) === undefined) throw new RunRefusal(texts.noCommits);
  const revision = since ?? (await defaultBranch(git, root));
  const target = await commitOf(git, root, revision);
  const isShallow = async (): Promise<boolean> =>
    lineOf(await git(['rev-parse', '--is-shallow-repository'], root)) === 'true';
  if (target === undefined) throw new RunRefusal(unknown(revision));
  const base = lineOf(await git(['merge-base', target, 'HEAD'], root));
  if (base !== '') return { root, commit: base, since: revision };
  throw new RunRefusal(
    (await isShallow())
      ? texts.shallow({ revision, command: 'git fetch --unshallow' })
      : texts.noMergeBase({ revision }),
  );
}

/** As seen from `cwd`: through the same links as all other paths. */
async function rootOf(git: Git, cwd: string): Promise<string> {
  const found = await git(['rev-parse', '--is-inside-work-tree', '--show-cdup'], cwd).catch((error: unknown) => {
    throw new RunRefusal(texts.noGit({ reason: error instanceof Error ? error.message : String(error) }));
  });
  const [isInside, up = ''] = textOf(found).split('\n');
  if (found.code === 0 && isInside === 'true') return resolve(cwd, up);
  const isMissing = found.code === 0 || /not a git repository/i.test(found.stderr);
  throw new RunRefusal(isMissing ? texts.noRepository({ folder: cwd }) : failed(found));
}

/** `undefined`: Git doesn't know the revision. */
async function commitOf(git: Git, root: string, revision: string): Promise<string | undefined> {
  // Git would read it as an option.
  if (revision.startsWith('-')) return undefined;
  const commit = lineOf(await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], root));
  return commit === '' ? undefined : commit;
}

const DEFAULT_BRANCHES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'] as const;

async function defaultBranch(git: Git, root: string): Promise<string> {
  for (const branch of DEFAULT_BRANCHES) if ((await commitOf(git, root, branch)) !== undefined) return branch;
  throw new RunRefusal(texts.noDefault({ example: '--changed=develop' }));
}

function unknown(revision: string): Message {
  if (!IS_BRANCH.test(revision)) return texts.noRevision({ revision });
  const branch = revision.replace(/^(?:refs\/remotes\/)?origin\//, '');
  return texts.unknownRevision({ revision, command: 'git fetch', example: `--changed=origin/${branch}` });
}

/** Not `HEAD~5`, `a..b`, `main:page.md` or an option, which no server has as a branch. */
const IS_BRANCH = /^(?!-|HEAD\b)(?:(?!\.\.)[\p{L}\p{N}._/-])+$/u;

/** The first line of an error message of Git, without its prefix. */
export function failed({ stderr }: GitResult): Message {
  return texts.gitFailed({ reason: (stderr.split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '') });
}

function lineOf(result: GitResult): string {
  return result.code === 0 ? textOf(result).trim() : '';
}

function textOf({ stdout }: GitResult): string {
  return new TextDecoder().decode(stdout);
}

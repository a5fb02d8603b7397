import { defineMessages } from '../../messages/index.js';
import { RunRefusal } from '../refusals.js';
import type { Git, GitResult } from './git.js';
import { failed, type MergeBase } from './merge-base.js';

const texts = defineMessages('git/changed-files', {
  blobMissing: 'This clone doesn\'t contain the previous text of "{path}". Get the whole history with {command}',
});

/** The files that differ from a commit. Paths are relative to the root of the repository, with `/`. */
export interface ChangedFiles {
  /** The files of the commit that changed or no longer exist: their contents in the commit. */
  readonly before: ReadonlyMap<string, Uint8Array>;
  /** The files that the commit doesn't have: added, untracked, or renamed. */
  readonly added: ReadonlySet<string>;
  /** The previous path of each renamed file. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Compares the files on the disk with a commit. Throws a `RunRefusal` if Git fails. */
export async function findChangedFiles(git: Git, { root, commit }: MergeBase): Promise<ChangedFiles> {
  const run = async (args: readonly string[], input?: string): Promise<Uint8Array> => {
    const result: GitResult = await git(args, root, input);
    if (result.code !== 0) throw new RunRefusal(failed(result));
    return result.stdout;
  };
  // No command depends on the user's settings, or runs programs that they name.
  const differences = await run([...DIFF, commit, '--']);
  const untracked = await run(['ls-files', '-z', '--others', '--exclude-standard']);
  const changes = readChanges(differences);
  const before = changes.flatMap(({ oldPath, blob }) => (blob === undefined ? [] : [{ path: oldPath, blob }]));
  const needed = before.filter(({ path }) => !MEDIA.test(path)).map(({ blob }) => `${blob}\n`);
  const contents = readBlobs(await run(['cat-file', '--batch'], needed.join('')));
  const contentOf = ({ path, blob }: { readonly path: string; readonly blob: string }): Uint8Array => {
    const content = MEDIA.test(path) ? new Uint8Array() : contents.get(blob);
    if (content === undefined) throw new RunRefusal(texts.blobMissing({ path, command: 'git fetch --refetch' }));
    return content;
  };
  return {
    before: new Map(before.map((file) => [file.path, contentOf(file)])),
    added: new Set([
      ...changes.filter(({ path, oldPath, blob }) => blob === undefined || path !== oldPath).map(({ path }) => path),
      ...fieldsOf(untracked),
    ]),
    renamed: new Map(
      changes.filter(({ path, oldPath }) => path !== oldPath).map(({ path, oldPath }) => [path, oldPath]),
    ),
  };
}

/** Unlike `diff-index`, this leaves out files of which only the time changed. */
const DIFF = [
  ...['diff', '-z', '--raw', '--no-abbrev', '--find-renames', '--no-relative'],
  ...['--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules'],
] as const;

/** Files that are only linked to, so their contents aren't needed. */
const MEDIA = /\.(?:png|jpe?g|gif|svg|webp|ico|bmp|mp4|webm|mov|pdf|zip|docx?|pptx?|vsdx?)$/i;

interface Change {
  readonly path: string;
  /** The same unless the file was renamed. */
  readonly oldPath: string;
  /** The hash of the content in the commit; `undefined` for a new file. */
  readonly blob: string | undefined;
}

/** Reads `:100644 100644 HASH HASH R090 NUL old NUL new NUL`. */
function readChanges(output: Uint8Array): Change[] {
  const fields = fieldsOf(output).values();
  const changes: Change[] = [];
  for (const field of fields) {
    const [mode = '', , blob = '', , status = ''] = field.slice(1).split(' ');
    const oldPath = fields.next().value ?? '';
    const path = /^[RC]/.test(status) ? (fields.next().value ?? '') : oldPath;
    // An unmerged file is listed a second time, with its content in the commit.
    if (status === 'U') continue;
    changes.push({ path, oldPath, blob: REGULAR.test(mode) ? blob : undefined });
  }
  return changes;
}

/** Not a link or a submodule. */
const REGULAR = /^100/;

/** Reads `HASH blob SIZE LF content LF`. */
function readBlobs(output: Uint8Array): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(LINE_FEED, at);
    const [hash = '', kind, size = ''] = new TextDecoder().decode(output.subarray(at, lineEnd)).split(' ');
    at = lineEnd + 1;
    if (kind !== 'blob') continue;
    contents.set(hash, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}

const LINE_FEED = 10;

/** The fields that NUL characters end. */
function fieldsOf(output: Uint8Array): string[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(output);
  return text.split('\0').filter((field) => field !== '');
}

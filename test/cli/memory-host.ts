import { dirname } from 'node:path/posix';
import type { GithubStep } from '../../server/src/cli/invocation.js';
import type { CliHost } from '../../server/src/cli/cli-host.js';
import type { FolderEntry } from '../../server/src/shared/files-below.js';
import { run, type ExitCode } from '../../server/src/cli/run.js';
import type { Format } from '../../server/src/messages/formatting/index.js';
import { english } from '../support/english.js';
import { helpOf } from '../rule-help/files.js';
import { textSink } from '../../server/src/cli/text-sink.js';
import { WriteRefusal } from '../../server/src/cli/write-back.js';

/** Files by absolute path. A function is called when the file is read: it may throw. */
export type MemoryFiles = Map<string, Uint8Array | string | (() => Uint8Array)>;

export interface Output {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
  readonly noColor?: boolean;
  readonly now?: () => number;
  readonly format?: Format;
  readonly ruleHelp?: (id: string) => string;
  /** A folder that can't be listed. */
  readonly lockedFolder?: string;
  readonly serveTools?: (folders: readonly string[]) => Promise<void>;
  readonly docs?: string;
  readonly github?: GithubStep;
}

/** Runs the command line on files that exist in memory only. `--fix` changes `files`. */
export async function runCli(
  argv: readonly string[],
  files: MemoryFiles,
  {
    cwd = '/site',
    stdin = '',
    isTerminal = false,
    noColor = false,
    now = () => 0,
    format = english,
    ruleHelp = (id) => (id === 'task-mo-letter' ? helpOf('en', id) : ''),
    lockedFolder,
    serveTools = () => Promise.resolve(),
    docs = 'https://site.test/docs/',
    github,
  }: RunOptions = {},
): Promise<Output> {
  const out = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') =>
    textSink(isTerminal, (text) => {
      out[name] += text;
      return Promise.resolve();
    });
  const code = await run({
    argv,
    cwd,
    host: memoryHost(files, lockedFolder),
    git: () => Promise.reject(fileError('ENOENT')),
    ruleHelp,
    stdin: () => Promise.resolve(bytesOf(stdin)),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    noColor,
    docs,
    format,
    today: '2026-11-21',
    now,
    serveTools,
    ...(github !== undefined && { github }),
  });
  return { code, ...out };
}

export function fileError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: something with a path`), { code });
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function memoryHost(files: MemoryFiles, lockedFolder: string | undefined): CliHost {
  const isFolder = (path: string): boolean =>
    [...files.keys()].some((file) => file.startsWith(path === '/' ? '/' : `${path}/`));
  return {
    kindOf: (path) => Promise.resolve(files.has(path) ? 'file' : isFolder(path) ? 'folder' : undefined),
    list: (folder) => {
      if (folder === lockedFolder) return Promise.reject(fileError('EACCES'));
      const names = new Map<string, FolderEntry>();
      for (const path of files.keys()) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
        names.set(name, { name, kind: rest.length === 0 ? 'file' : 'folder' });
      }
      return Promise.resolve([...names.values()]);
    },
    read: async (path, maxBytes) => {
      await Promise.resolve();
      const content = files.get(path);
      if (content === undefined) throw fileError(dirname(path) === path ? 'EISDIR' : 'ENOENT');
      const bytes = typeof content === 'function' ? content() : bytesOf(content);
      return { bytes: bytes.subarray(0, maxBytes), size: bytes.length };
    },
    leadsOut: () => Promise.resolve(false),
    write: async (path, bytes) => {
      await Promise.resolve();
      if (path.includes('read-only')) throw fileError('EROFS');
      files.set(path, bytes);
    },
    append: async (path, bytes) => {
      await Promise.resolve();
      if (path.includes('read-only')) throw fileError('EROFS');
      const content = files.get(path);
      const before = typeof content === 'function' ? content() : bytesOf(content ?? '');
      files.set(path, Buffer.concat([before, bytes]));
    },
    replace: async (path, { before, after }) => {
      await Promise.resolve();
      if (path.includes('read-only')) throw fileError('EROFS');
      const content = files.get(path);
      const bytes = typeof content === 'function' ? content() : bytesOf(content ?? '');
      if (Buffer.compare(bytes, before) !== 0) throw new WriteRefusal('changed');
      files.set(path, after);
    },
  };
}

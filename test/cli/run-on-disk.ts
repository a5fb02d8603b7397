import type { CliEnvironment } from '../../server/src/cli/cli-environment.js';
import { repeatedRun } from '../../server/src/cli/cache/repeated-run.js';
import { nodeGit } from '../../server/src/cli/git/node-git.js';
import { nodeHost } from '../../server/src/cli/node-host.js';
import { run } from '../../server/src/cli/run.js';
import { textSink } from '../../server/src/cli/text-sink.js';
import { english } from '../support/english.js';
import type { Output } from './memory-host.js';

/** Runs the command line in a folder on the disk, as `server/src/cli/main.ts` does. */
export async function runOnDisk(
  argv: readonly string[],
  cwd: string,
  more: Partial<CliEnvironment> = {},
): Promise<Output> {
  const out = { stdout: '', stderr: '' };
  const sink = (stream: 'stdout' | 'stderr') =>
    textSink(false, (text) => {
      out[stream] += text;
      return Promise.resolve();
    });
  const environment: CliEnvironment = {
    argv,
    cwd,
    host: nodeHost,
    git: nodeGit,
    ruleHelp: () => '',
    stdin: () => Promise.resolve(new Uint8Array()),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    noColor: true,
    docs: 'https://site.test/docs/',
    format: english,
    today: '2026-11-21',
    now: () => 0,
    serveTools: () => Promise.resolve(),
    ...more,
  };
  const code = (await repeatedRun(environment)) ?? (await run(environment));
  return { code, ...out };
}

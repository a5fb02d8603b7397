import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../support/project.js';
import { sampleOf, type Sample } from './statistics.js';

/** How long VS Code waits for the extension, in milliseconds, or why that isn't known. */
export type Activation = { readonly time: Sample } | { readonly missing: string };

const SCRIPT = join(root, 'test/bench/report/activation.mjs');

/** Needs a browser, so it may not be possible. */
export function activationFigures(rounds: number): Promise<Activation> {
  const child = spawn(process.execPath, [SCRIPT, `${rounds}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ missing: error.message }));
    child.on('close', (code) =>
      resolve(code === 0 ? { time: sampleOf(JSON.parse(output) as number[]) } : { missing: reasonIn(errors) }),
    );
  });
}

function reasonIn(errors: string): string {
  return /^(?:\w*Error): (.+)$/m.exec(errors)?.[1] ?? 'VS Code could not be started';
}

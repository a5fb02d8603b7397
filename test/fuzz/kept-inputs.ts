import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/project.js';
import { parserTarget } from './parser-target.js';
import { protocolTarget } from './protocol-target.js';
import type { Target } from './target.js';

export const TARGETS = [parserTarget, protocolTarget] as readonly Target[];

/** An input that failed once. */
export interface KeptInput {
  /** Of the file. */
  readonly name: string;
  /** The name of a target. */
  readonly target: string;
  readonly input: unknown;
}

/** All of them, by name. */
export function keptInputs(): KeptInput[] {
  const folder = join(root, 'test/fuzz/kept');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return names.map((name) => ({
    name,
    ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<KeptInput, 'name'>),
  }));
}

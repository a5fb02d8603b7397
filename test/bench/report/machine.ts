import { cpus, release, totalmem, type } from 'node:os';
import { basename } from 'node:path';
import { execFileSync } from 'node:child_process';
import { peerNode, peerVersion, rumdlBinary } from './peers.js';

/** Where the figures come from. */
export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly peerNode: string;
  /** Name and version of each program that the product is compared with. */
  readonly peers: readonly (readonly [name: string, version: string])[];
}

const PEERS = ['markdownlint-cli2', 'remark-cli', 'vscode-markdown-languageservice', 'vscode-markdown-languageserver'];

export function thisMachine(): Machine {
  const [first] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: first?.model.trim() ?? process.arch,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
    node: process.version,
    peerNode: versionOf(peerNode()),
    peers: [
      [basename(rumdlBinary(), '.exe'), versionOf(rumdlBinary()).replace(/^rumdl /, '')],
      ...PEERS.map((name) => [name, peerVersion(name)] as const),
    ],
  };
}

function versionOf(program: string): string {
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
}

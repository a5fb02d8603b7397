import { join } from 'node:path';
import { root } from '../../support/project.js';
import { peerFile, peerNode, rumdlBinary } from './peers.js';
import type { Command } from './processes.js';
import type { Repository } from './repository.js';

/** A program of the report, and how often it is measured. */
export interface Program extends Command {
  readonly id: string;
  readonly name: string;
  /** Some take so long that a few rounds have to do. */
  readonly isSlow?: boolean;
  /** The first run doesn't count, because it fills the cache for the others. */
  readonly fillsCache?: boolean;
  /** Isn't measured. */
  readonly beforeEachRun?: () => void;
}

/** What checks one page of a repository. `other`: the same pages, one of which can be edited meanwhile. */
export function onePagePrograms(repository: Repository, other: Repository | undefined): Program[] {
  const { folder, page } = repository;
  return [
    { id: 'node', name: 'Bare Node start (`node -e 0`)', folder, ...node('-e', '0') },
    {
      id: 'cached',
      name: 'playbook-lint, with its cache',
      folder,
      fillsCache: true,
      ...ours(...cached(repository), page),
    },
    ...(other === undefined ? [] : edited(other)),
    { id: 'uncached', name: 'playbook-lint, without a cache', folder, ...ours('--no-cache', page) },
    { id: 'rumdl', name: 'rumdl, without a cache', folder, ...rumdl('--no-cache', page) },
    { id: 'markdownlint', name: 'markdownlint-cli2', folder, ...markdownlint(page) },
    { id: 'remark', name: 'remark-cli', folder, ...remark(page) },
  ];
}

/** What checks all pages of a repository. */
export function allPagesPrograms(repository: Repository): Program[] {
  const { folder, cache } = repository;
  return [
    { id: 'read', name: 'Node reads all pages', folder, ...node(join(__dirname, 'read-all.js'), '.') },
    { id: 'rumdl', name: 'rumdl, without a cache', folder, ...rumdl('--no-cache', '.') },
    { id: 'uncached', name: 'playbook-lint, without a cache', folder, ...ours('--no-cache', '.') },
    {
      id: 'threads',
      name: 'playbook-lint, without a cache, two threads',
      folder,
      ...ours('--no-cache', '--threads', '2', '.'),
    },
    {
      id: 'rumdl-cached',
      name: 'rumdl, nothing changed',
      folder,
      fillsCache: true,
      ...rumdl('--cache-dir', cache('rumdl'), '.'),
    },
    {
      id: 'cached',
      name: 'playbook-lint, nothing changed',
      folder,
      fillsCache: true,
      ...ours(...cached(repository), '.'),
    },
    {
      id: 'service',
      name: 'vscode-markdown-languageservice, links only',
      folder,
      isSlow: true,
      command: peerNode(),
      args: [peerFile('check-links.mjs'), folder],
    },
    { id: 'markdownlint', name: 'markdownlint-cli2', folder, isSlow: true, ...markdownlint('**/*.md') },
    { id: 'remark', name: 'remark-cli', folder, isSlow: true, ...remark('.') },
  ];
}

/** What a commit hook does: the page that it checks was just changed. */
function edited(repository: Repository): Program[] {
  const { folder, page, edit } = repository;
  if (edit === undefined) return [];
  return [
    {
      id: 'edited',
      name: 'playbook-lint, with its cache, after an edit of the page',
      folder,
      fillsCache: true,
      beforeEachRun: edit,
      ...ours(...cached(repository), page),
    },
  ];
}

type Call = Pick<Command, 'command' | 'args'>;

function node(...args: readonly string[]): Call {
  return { command: process.execPath, args };
}

function ours(...args: readonly string[]): Call {
  return node(join(root, 'dist/cli.js'), ...args);
}

function cached({ cache }: Repository): string[] {
  return ['--cache-location', cache('playbook-lint')];
}

function rumdl(...args: readonly string[]): Call {
  return { command: rumdlBinary(), args: ['check', '--no-config', ...args] };
}

function markdownlint(pages: string): Call {
  return { command: peerNode(), args: [peerFile('node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), pages] };
}

function remark(pages: string): Call {
  const options = ['--quiet', '--no-stdout', '--no-config', '--rc-path', peerFile('remarkrc.mjs')];
  return { command: peerNode(), args: [peerFile('node_modules/remark-cli/cli.js'), ...options, pages] };
}

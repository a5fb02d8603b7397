import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageUri, ROOT, workspaceFiles } from '../workspace-pages.js';

/** A folder of playbooks on disk, and room for what programs remember about it. */
export interface Repository {
  readonly folder: string;
  /** Markdown files, and how many bytes all of them have. */
  readonly pages: number;
  readonly bytes: number;
  /** One of its pages, relative to the folder. */
  readonly page: string;
  /** A folder beside it, for a cache. */
  readonly cache: (name: string) => string;
  /** Changes the page, as an author does; missing where the pages aren't ours. */
  readonly edit?: () => void;
}

const homes: string[] = [];

/** Writes a repository with so many generated pages and a catalogue of tasks. */
export function generatedRepository(pages: number): Repository {
  const home = newHome();
  const folder = join(home, 'repository');
  for (const [uri, text] of workspaceFiles(pages)) {
    const file = join(folder, relativeOf(uri));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const page = relativeOf(pageUri(0));
  const edit = (): void => appendFileSync(join(folder, page), '\nAsk the customer first.\n');
  return { ...repositoryIn(folder, page, home), edit };
}

/** A repository that exists. Its largest page isn't typical, so the first one is taken. */
export function existingRepository(folder: string): Repository {
  const [page = ''] = markdownFiles(folder);
  return repositoryIn(folder, page, newHome());
}

/** Removes everything that was written. */
export function removeRepositories(): void {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
}

export function uriIn({ folder }: Repository, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

function repositoryIn(folder: string, page: string, home: string): Repository {
  const files = markdownFiles(folder);
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return { folder, pages: files.length, bytes, page, cache: (name) => join(home, name) };
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'playbook-bench-'));
  homes.push(home);
  return home;
}

function relativeOf(uri: string): string {
  return uri.slice(ROOT.length + 1);
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort();
}

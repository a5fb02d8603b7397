import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asFilePath, isPlaybook, readDocset, type Language } from '../../server/src/core/index.js';
import { corpus, hasCorpus, root } from '../support/project.js';
import { Page } from './page.js';
import { hashOf } from './random.js';

/** A folder that an editor opens, with the pages that mistakes are made in. */
export interface MutatedWorkspace {
  readonly name: string;
  readonly folder: string;
  readonly pages: readonly Page[];
}

/** The pages of the project. */
export function projectWorkspaces(): MutatedWorkspace[] {
  return ['samples', 'test/mutate/pages'].map((name) => workspaceIn(join(root, name), name));
}

/** The pages in the folder that PLAYBOOK_CORPUS names. */
export function corpusWorkspaces(): MutatedWorkspace[] {
  return hasCorpus ? [workspaceIn(corpus, basename(corpus))] : [];
}

function workspaceIn(folder: string, name: string): MutatedWorkspace {
  const isPublished = publishedIn(folder);
  const pages = readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md') && isPublished(file))
    .sort()
    .map((file) => new Page(file, readFileSync(join(folder, file), 'utf8')))
    .filter(({ playbook }) => isPlaybook(playbook));
  return { name, folder, pages };
}

/** Whether a file of the folder is published, according to its docfx.json. Rules say less about other pages. */
function publishedIn(folder: string): (file: string) => boolean {
  const docfx = join(folder, 'docfx.json');
  if (!existsSync(docfx)) return () => true;
  const docset = readDocset(asFilePath(pathToFileURL(folder).href), readFileSync(docfx, 'utf8'));
  return (file) => docset.isBuilt(asFilePath(pathToFileURL(join(folder, file)).href));
}

/** Figures of the held-out set show whether a change that was made for the training set helps on other pages too. */
export const SETS = ['training', 'held-out'] as const;
export type SetName = (typeof SETS)[number];

/** All pages in these languages are held out. */
export const HELD_OUT_LANGUAGES: readonly Language[] = ['es', 'zh'];

/** Of the pages in other languages, one in this many is held out. */
const HELD_OUT_SHARE = 4;

/** The set of a page: by its language, or else by a hash of its file name. */
export function setOf({ file, language }: Page): SetName {
  return HELD_OUT_LANGUAGES.includes(language) || hashOf(basename(file)) % HELD_OUT_SHARE === 0
    ? 'held-out'
    : 'training';
}

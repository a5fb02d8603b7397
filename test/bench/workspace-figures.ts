import { setTimeout as sleep } from 'node:timers/promises';
import { Workspace, type CheckResult } from '../../server/src/workspace/index.js';
import { median, timedAsync } from './measure.js';
import { LoopWatch, memoryOf } from './own-process.js';
import { StoredFiles } from './stored-files.js';
import { pageUri, ROOT, workspaceFiles } from './workspace-pages.js';

/** To build the index. Here and below: times in milliseconds, memory in bytes. */
export interface IndexFigures {
  readonly time: number;
  /** The longest time that nothing else had its turn. */
  readonly longestBlock: number;
  /** Of all texts. */
  readonly texts: number;
  /** Of the index, the texts included. */
  readonly memory: number;
}

/** What follows from an edit when the index is there. */
export interface EditFigures {
  /** A letter in a sentence, to the problems of the page. */
  readonly typing: number;
  /** Another name for a task that stands on many pages, to the problems of the page. */
  readonly renaming: number;
  /** To check a page again that the new name concerns, when it is open and when it is not. */
  readonly openDependant: number;
  readonly closedDependant: number;
  /** From the change of one file on disk until the index knows. */
  readonly oneFile: number;
  /** So many other pages were checked before. */
  readonly others: number;
  /** How many of them have to be checked again. */
  readonly outdatedByTyping: number;
  readonly outdatedByRenaming: number;
  /** A picture came that no page names. */
  readonly outdatedByPicture: number;
  /** Every file was read again, and none is another one. */
  readonly outdatedByRescan: number;
  /** To tell which they are. */
  readonly sweep: number;
}

/** Many files change at once while an author types. */
export interface FloodFigures {
  readonly files: number;
  readonly time: number;
  readonly longestBlock: number;
  /** From a letter to the problems of the page, for most letters and for the slowest. */
  readonly letter: number;
  readonly slowestLetter: number;
}

/** Characters of text that the index reads between two pauses. */
export const STRETCH = 60_000;

const TODAY = '2026-11-21';
const FLOOD = 1500;
/** Of more pages every other, third … is checked and stands for the rest. */
const MOST_CHECKED = 450;
const ROUNDS = 30;
/** A quick author. */
const BETWEEN_LETTERS = 40;

export async function indexFigures(pages: number): Promise<IndexFigures> {
  const files = new StoredFiles(workspaceFiles(pages));
  const texts = await memoryOf(() => Promise.resolve(files.uris.map((uri) => files.textOf(uri))));
  const figures = { time: 0, longestBlock: 0 };
  const memory = await memoryOf(async () => {
    const workspace = workspaceOf(files);
    const watch = new LoopWatch();
    figures.time = await duration(() => workspace.indexed());
    figures.longestBlock = watch.stop();
    return workspace;
  });
  return { ...figures, texts, memory };
}

export async function editFigures(pages: number): Promise<EditFigures> {
  const files = new StoredFiles(workspaceFiles(pages));
  const workspace = workspaceOf(files);
  await workspace.indexed();
  const uri = pageUri(0);
  const text = files.textOf(uri);
  workspace.open(uri, text);
  const others = new OtherPages(workspace, files, pages);
  await others.check();
  const typing = await timedAsync((round) => edit(workspace, uri, withLetters(text, ROUNDS + round)), ROUNDS);
  const outdatedByTyping = others.outdated().length;
  const outdatedByPicture = await others.outdatedBy(() => tellPicture(workspace, files));
  const outdatedByRescan = await others.outdatedBy(() => tellNothing(workspace));
  const outdatedByRenaming = await others.outdatedBy(() => edit(workspace, uri, withTaskRenamed(text)));
  const sweep = await timedAsync(() => Promise.resolve(void others.outdated()), ROUNDS);
  const renaming = await renamingFigures(workspace, files, others.outdated());
  const oneFile = await timedAsync((round) => changeOnDisk(workspace, files, [pageUri(1 + ROUNDS + round)]), ROUNDS);
  return {
    typing,
    ...renaming,
    oneFile,
    sweep,
    others: others.count,
    outdatedByTyping,
    outdatedByRenaming,
    outdatedByPicture,
    outdatedByRescan,
  };
}

export async function floodFigures(pages: number): Promise<FloodFigures> {
  const files = new StoredFiles(workspaceFiles(pages));
  const workspace = workspaceOf(files);
  workspace.open(pageUri(0), files.textOf(pageUri(0)));
  await workspace.indexed();
  const uris = Array.from({ length: Math.min(FLOOD, pages - 1) }, (_, index) => pageUri(1 + index));
  writeChanges(files, uris);
  const watch = new LoopWatch();
  let isSettled = false;
  const settled = duration(() => tellChanges(workspace, uris)).finally(() => (isSettled = true));
  const letters = await typeUntil(() => isSettled, workspace, files.textOf(pageUri(0)));
  return {
    files: uris.length,
    time: await settled,
    longestBlock: watch.stop(),
    letter: median(letters),
    slowestLetter: Math.max(...letters),
  };
}

/** As the language server has it. */
function workspaceOf(host: StoredFiles): Workspace {
  const workspace = new Workspace({ host, today: () => TODAY, pause: () => sleep(0) });
  workspace.setFolders([ROOT]);
  return workspace;
}

async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Pages that nobody has open: of each is kept what it asked about the others, and no more. */
class OtherPages {
  readonly #workspace: Workspace;
  readonly #files: StoredFiles;
  readonly #uris: readonly string[];
  readonly #results = new Map<string, Pick<CheckResult, 'dependencies'>>();

  constructor(workspace: Workspace, files: StoredFiles, pages: number) {
    this.#workspace = workspace;
    this.#files = files;
    const every = Math.ceil(pages / MOST_CHECKED);
    this.#uris = Array.from({ length: Math.floor((pages - 1) / every) }, (_, index) => pageUri(1 + index * every));
  }

  get count(): number {
    return this.#uris.length;
  }

  async check(): Promise<void> {
    for (const uri of this.#uris) {
      const { dependencies } = await this.#workspace.check(uri, { text: this.#files.textOf(uri), encoding: 'utf-8' });
      this.#results.set(uri, { dependencies });
    }
  }

  /** The pages whose results are out of date. */
  outdated(): readonly string[] {
    return [...this.#results].flatMap(([uri, result]) => (this.#workspace.isFresh(result) ? [] : [uri]));
  }

  async outdatedBy(change: () => Promise<void>): Promise<number> {
    await this.check();
    await change();
    return this.outdated().length;
  }
}

async function renamingFigures(
  workspace: Workspace,
  files: StoredFiles,
  outdated: readonly string[],
): Promise<Pick<EditFigures, 'renaming' | 'openDependant' | 'closedDependant'>> {
  const text = files.textOf(pageUri(0));
  const renamed = withTaskRenamed(text);
  const rename = (round: number): Promise<void> => edit(workspace, pageUri(0), round % 2 === 0 ? text : renamed);
  const [open = '', ...closed] = outdated;
  workspace.open(open, files.textOf(open));
  await workspace.problemsOf(open);
  return {
    renaming: await timedAsync(rename, ROUNDS),
    openDependant: await timedAfter(rename, () => workspace.problemsOf(open)),
    closedDependant: await timedAfter(rename, (round) => {
      const uri = closed[round % closed.length] ?? open;
      return workspace.check(uri, { text: files.textOf(uri), encoding: 'utf-8' });
    }),
  };
}

/** How long `work` takes when each time something else was done before it. */
async function timedAfter(
  before: (round: number) => Promise<void>,
  work: (round: number) => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await before(round);
    times.push(await duration(() => work(round)));
  }
  return median(times);
}

async function edit(workspace: Workspace, uri: string, text: string): Promise<void> {
  workspace.change(uri, text);
  await workspace.problemsOf(uri);
}

function writeChanges(files: StoredFiles, uris: readonly string[]): void {
  for (const uri of uris) files.write(uri, withTaskRenamed(files.textOf(uri)));
}

async function changeOnDisk(workspace: Workspace, files: StoredFiles, uris: readonly string[]): Promise<void> {
  writeChanges(files, uris);
  await tellChanges(workspace, uris);
}

async function tellChanges(workspace: Workspace, uris: readonly string[]): Promise<void> {
  workspace.filesChanged(uris.map((uri) => ({ uri, kind: 'changed' })));
  await workspace.indexed();
}

async function tellPicture(workspace: Workspace, files: StoredFiles): Promise<void> {
  const uri = `${ROOT}/area-1/media/new.png`;
  files.write(uri, '');
  workspace.filesChanged([{ uri, kind: 'created' }]);
  await workspace.indexed();
}

async function tellNothing(workspace: Workspace): Promise<void> {
  workspace.rescan();
  await workspace.indexed();
}

/** Types one letter after the other. Answers how long each took, the time included that passed before it was looked at. */
async function typeUntil(isOver: () => boolean, workspace: Workspace, text: string): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const typed = performance.now() + BETWEEN_LETTERS;
    await sleep(BETWEEN_LETTERS);
    await edit(workspace, pageUri(0), withLetters(text, times.length + 1));
    times.push(performance.now() - typed);
  }
  return times;
}

/** `text` with so many more letters in its first sentence. */
function withLetters(text: string, count: number): string {
  const at = text.indexOf('\n\n', text.indexOf('\n## ')) + 3;
  return text.slice(0, at) + 'x'.repeat(count) + text.slice(at);
}

/** `text` with another name for the first of its tasks that stand on many pages. */
function withTaskRenamed(text: string): string {
  return text.replace(/^(\| 9\d\d \| \[?)/m, '$1x ');
}

import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { ms, printTable, ratio, timed } from './measure.js';
import { handBack, inOwnProcess } from './own-process.js';
import {
  editFigures,
  floodFigures,
  indexFigures,
  STRETCH,
  type EditFigures,
  type FloodFigures,
  type IndexFigures,
} from './workspace-figures.js';
import { pageUri, workspaceFiles } from './workspace-pages.js';
import { peerFigures, type PeerFigures } from './workspace-peer.js';

/**
 * What the index of a workspace costs: to build it, to keep it, and to keep it in step. Beside it, in the same run, a full
 * remark parse of the same pages and the Markdown service of VS Code. Machines are noisy: read the ratios. Ends with exit
 * code 1 when a limit is not held.
 */
const SIZES = [450, 2000, 10_000];
/** The Markdown service has the tokens of all pages in memory at once, gigabytes for 10,000. */
const MOST_FOR_PEER = 2000;
/** What is measured by one single run is the least of so many: others on the machine only ever make it larger. */
const ROUNDS = 3;
/** More pages take so long that a disturbance hardly counts, and one run is enough. */
const MOST_FOR_ROUNDS = 2000;
/** So many pages are parsed by remark, and stand for all. */
const SAMPLE = 100;

const JOBS = { index: indexFigures, edits: editFigures, flood: floodFigures, peer: peerFigures };
const missed: string[] = [];

/** Milliseconds of a full remark parse. */
interface RemarkFigures {
  readonly all: number;
  /** As much text as the index reads between two pauses. */
  readonly stretch: number;
}

interface Figures {
  readonly pages: number;
  readonly remark: RemarkFigures;
  readonly index: IndexFigures;
  readonly edits: EditFigures;
  readonly flood: FloodFigures;
  /** `undefined`: too many pages for it. */
  readonly peer: PeerFigures | undefined;
}

async function main(): Promise<void> {
  const [job, pages] = process.argv.slice(2);
  const work = Object.entries(JOBS).find(([name]) => name === job)?.[1];
  if (work !== undefined) return handBack(await work(Number(pages)));
  console.log('\nWorkspace index\n');
  const all: Figures[] = [];
  for (const size of SIZES) all.push(await figuresOf(size));
  printIndex(all);
  printMemory(all);
  printEdits(all);
  printFlood(all);
  for (const figures of all) checkLimits(figures);
  console.log(missed.length === 0 ? '\nEvery limit is held.' : `\nNot held:\n${missed.join('\n')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

/** Ours and theirs take turns, so that all meet the same disturbances. */
async function figuresOf(pages: number): Promise<Figures> {
  const index: IndexFigures[] = [];
  const peer: PeerFigures[] = [];
  const remark: RemarkFigures[] = [];
  for (let round = 0; round < (pages > MOST_FOR_ROUNDS ? 1 : ROUNDS); round++) {
    index.push(await inOwnProcess('index', `${pages}`));
    if (pages <= MOST_FOR_PEER) peer.push(await inOwnProcess('peer', `${pages}`));
    remark.push(remarkFigures(pages));
  }
  return {
    pages,
    remark: leastOf(remark),
    index: leastOf(index),
    peer: peer.length === 0 ? undefined : leastOf(peer),
    edits: await inOwnProcess('edits', `${pages}`),
    flood: await inOwnProcess('flood', `${pages}`),
  };
}

/** The least of each figure. */
function leastOf<Group extends object>(rounds: readonly Group[]): Group {
  const keys = Object.keys(rounds[0] ?? {}) as (keyof Group)[];
  return Object.fromEntries(keys.map((key) => [key, Math.min(...rounds.map((round) => Number(round[key])))])) as Group;
}

function remarkFigures(pages: number): RemarkFigures {
  const fullRemark = remark().use(remarkGfm).use(remarkFrontmatter).freeze();
  const files = workspaceFiles(pages);
  const sample = Array.from(
    { length: SAMPLE },
    (_, index) => files.get(pageUri(Math.floor((index * pages) / SAMPLE))) ?? '',
  );
  const time = timed(() => sample.forEach((text) => fullRemark.parse(text)), 1, 1);
  const perCharacter = time / lengthOf(sample);
  return {
    all: perCharacter * lengthOf([...files].flatMap(([uri, text]) => (uri.endsWith('.md') ? text : []))),
    stretch: perCharacter * STRETCH,
  };
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((length, text) => length + text.length, 0);
}

function printIndex(all: readonly Figures[]): void {
  const rows = all.map(({ pages, index, remark: { all: peer }, peer: service }) => [
    nameOf(pages),
    ms(index.time),
    ms(index.time / pages),
    ms(index.longestBlock),
    ms(peer),
    ratio(index.time, peer),
    ...besides(index.time, service?.time, ms),
  ]);
  printTable([
    [
      'index of a workspace',
      'ms',
      'a page',
      'longest block',
      'full remark parse',
      'against it',
      'Markdown service',
      'against it',
    ],
    ...rows,
  ]);
  console.log(
    `The remark parse is reckoned from ${SAMPLE} of the pages. The Markdown service has up to ${count(MOST_FOR_PEER)} pages: more take it gigabytes of memory.`,
  );
}

function printMemory(all: readonly Figures[]): void {
  const rows = all.map(({ pages, index: { memory, texts }, peer: service }) => [
    nameOf(pages),
    mb(memory),
    mb(texts),
    (memory / 1024 / pages).toFixed(1),
    ratio(memory, texts),
    ...besides(memory, service?.memory, mb),
  ]);
  console.log('');
  printTable([
    [
      'memory of the index',
      'MB',
      'the texts alone',
      'KB a page',
      'against the texts',
      'Markdown service',
      'against it',
    ],
    ...rows,
  ]);
}

function printEdits(all: readonly Figures[]): void {
  const rows = all.map(({ pages, index, edits, peer: service }) => [
    nameOf(pages),
    ms(edits.typing),
    ms(edits.renaming),
    ms(edits.openDependant),
    ms(edits.closedDependant),
    ms(edits.oneFile),
    ratio(oneChange(edits), index.time),
    ...besides(edits.typing, service?.edit, ms),
  ]);
  console.log('');
  printTable([
    [
      'one change after it (ms)',
      'a letter',
      'a task renamed',
      'an open dependant',
      'a closed one',
      'a file on disk',
      'against a rebuild',
      'Markdown service',
      'a letter against it',
    ],
    ...rows,
  ]);
  console.log('');
  const outdated = all.map(({ pages, edits }) => [
    nameOf(pages),
    count(edits.others),
    count(edits.outdatedByTyping),
    count(edits.outdatedByRenaming),
    count(edits.outdatedByPicture),
    count(edits.outdatedByRescan),
    ms(edits.sweep),
  ]);
  printTable([
    [
      'pages that it makes outdated',
      'of',
      'a letter',
      'a task renamed',
      'a new picture',
      'all read again',
      'found in (ms)',
    ],
    ...outdated,
  ]);
}

function printFlood(all: readonly Figures[]): void {
  const rows = all.map(({ pages, index, flood }) => [
    nameOf(pages),
    count(flood.files),
    ms(flood.time),
    ratio(flood.time, index.time),
    ms(flood.longestBlock),
    ms(flood.letter),
    ms(flood.slowestLetter),
  ]);
  console.log('');
  printTable([
    ['files change while one types', 'files', 'ms', 'against a rebuild', 'longest block', 'a letter', 'the slowest'],
    ...rows,
  ]);
}

/** The most that one edit costs its author: the page itself, and another one that is open and depends on it. */
function oneChange({ renaming, openDependant }: EditFigures): number {
  return renaming + openDependant;
}

function besides(ours: number, peer: number | undefined, print: (value: number) => string): [string, string] {
  return peer === undefined ? ['-', '-'] : [print(peer), ratio(ours, peer)];
}

function nameOf(pages: number): string {
  return `${count(pages)} pages`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function mb(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes < 10_485_760 ? 1 : 0);
}

function checkLimits({ pages, remark: { all, stretch }, index, edits, flood, peer }: Figures): void {
  const name = nameOf(pages);
  // A small workspace is read before the machine code is made; the sample that stands for remark is not.
  const part = pages < MOST_FOR_ROUNDS ? 1.5 : 3;
  holds(`${name}: index`, index.time, all / part, `1/${part} of a full remark parse`);
  holds(`${name}: memory`, index.memory, index.texts * 4, '4 times the texts');
  holds(`${name}: a letter`, edits.typing, (all / pages) * 3, 'three times a full remark parse of the page');
  holds(`${name}: one change`, oneChange(edits), index.time / 50, '1/50 of a rebuild');
  holds(`${name}: pages outdated by a letter`, edits.outdatedByTyping, 1, 'none');
  holds(`${name}: pages outdated by a picture that nobody names`, edits.outdatedByPicture, 1, 'none');
  holds(`${name}: pages outdated by a rescan that changes nothing`, edits.outdatedByRescan, 1, 'none');
  holds(`${name}: many changes`, flood.time, index.time * 3, 'three times a rebuild');
  holds(`${name}: a letter meanwhile`, flood.letter, stretch, `a full remark parse of ${count(STRETCH)} characters`);
  holds(`${name}: the slowest letter meanwhile`, flood.slowestLetter, stretch * 10, 'ten times that');
  holds(`${name}: longest block meanwhile`, flood.longestBlock, stretch * 20, 'twenty times that');
  if (peer === undefined) return;
  holds(`${name}: index`, index.time, peer.time * 2.5, '2.5 times the Markdown service');
  holds(`${name}: memory`, index.memory, peer.memory * 1.5, '1.5 times the Markdown service');
}

/** Notes a limit: `ours` must be less than `most`. */
function holds(what: string, ours: number, most: number, limit: string): void {
  if (!(ours < most)) missed.push(`${what}: ${ours.toPrecision(3)}, and the limit ${most.toPrecision(3)} is ${limit}`);
}

void main();

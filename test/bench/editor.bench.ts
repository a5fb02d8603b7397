import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ms, printTable, ratio } from './measure.js';
import { generatedRepository, removeRepositories, uriIn } from './report/repository.js';
import { caretAt, OURS, ServerClient, type Caret } from './server-client.js';

/**
 * What an editor waits for in a large workspace: the same page with the same requests, in a folder with few other pages and
 * in one with many. Ends with exit code 1 if a request takes much longer where the workspace is larger.
 */
const FEW = 450;
const MANY = 10_000;
const WARMUP = 5;
const ROUNDS = 15;
/** A request may take so many times as long in the large workspace, and so many milliseconds. */
const MOST = 2;
const SHORT = 2;

/** The first task that is on many pages. */
const ROW = '| 9';

interface Place {
  readonly name: string;
  /** The first line that contains the text; the caret is after it. */
  readonly after: string;
}

const LETTERS: readonly Place[] = [
  { name: 'in a sentence', after: 'the customer' },
  { name: 'in a heading', after: '## ' },
  { name: 'in the name of a shared task', after: ROW },
  { name: 'in the front matter', after: 'description: ' },
];
const COMPLETIONS: readonly Place[] = [
  { name: 'a task ID', after: ROW },
  { name: 'a value of the front matter', after: 'ms.author: ' },
  { name: 'a key of the front matter', after: 'ms.' },
  { name: 'a label', after: '**' },
];

type Request = readonly [name: string, prepare: (() => Promise<unknown>) | undefined, ask: () => Promise<unknown>];

/** A server that has read a workspace, and its only open page. */
class Editor {
  readonly pages: number;
  readonly text: string;
  firstProblems = Number.NaN;
  index = Number.NaN;
  readonly #client: ServerClient;

  private constructor(pages: number, client: ServerClient, text: string) {
    this.pages = pages;
    this.text = text;
    this.#client = client;
  }

  static async start(pages: number): Promise<Editor> {
    const repository = generatedRepository(pages);
    const { folder, page } = repository;
    const client = await ServerClient.start(OURS, {
      folderUri: pathToFileURL(folder).href,
      pageUri: uriIn(repository, page),
    });
    const editor = new Editor(pages, client, readFileSync(join(folder, page), 'utf8'));
    await editor.#open();
    return editor;
  }

  async #open(): Promise<void> {
    const start = performance.now();
    await this.#client.open(this.text);
    await this.#client.pull();
    this.firstProblems = performance.now() - start;
    // Is answered when the index is complete.
    await this.#client.ask('textDocument/references', {
      position: positionOf(caretAfter(this.text, ROW)),
      context: { includeDeclaration: true },
    });
    this.index = performance.now() - start;
    await this.#client.pull();
  }

  get memory(): number | undefined {
    return this.#client.memory();
  }

  /** What the author waits for, by name. */
  requests(): Request[] {
    const client = this.#client;
    const letters = LETTERS.map(({ name, after }): Request => {
      const caret = caretAfter(this.text, after);
      return [`a letter ${name}`, undefined, () => client.typeAndPull(caret, 'x')];
    });
    const completions = COMPLETIONS.map(({ name, after }): Request => {
      const position = positionOf(caretAfter(this.text, after));
      return [`completion: ${name}`, undefined, () => client.ask('textDocument/completion', { position })];
    });
    const type = letters[1]?.[2];
    const later = completions.map(([name, , ask]): Request => [`${name}, after a letter`, type, ask]);
    const row = positionOf(caretAfter(this.text, ROW));
    const range = { start: row, end: row };
    const others = [
      ['code actions', 'textDocument/codeAction', { range, context: { diagnostics: [] } }],
      ['hover', 'textDocument/hover', { position: row }],
      ['definition', 'textDocument/definition', { position: row }],
      ['inlay hints', 'textDocument/inlayHint', { range: { start: { line: 0, character: 0 }, end: row } }],
      ['links', 'textDocument/documentLink', {}],
      ['code lenses', 'textDocument/codeLens', {}],
    ] as const;
    return [
      ...letters,
      ...completions,
      ...later,
      ...others.flatMap(([name, method, params]): Request[] => [
        [name, undefined, () => client.ask(method, params)],
        [`${name}, after a letter`, type, () => client.ask(method, params)],
      ]),
    ];
  }

  async restore(): Promise<void> {
    await this.#client.replaceAll(this.text);
  }

  stop(): Promise<void> {
    return this.#client.stop();
  }
}

/** The least time of each request, in milliseconds. The servers take turns, so that all meet the same disturbances. */
async function leastTimes(editors: readonly Editor[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  const requests = editors.map((editor) => editor.requests());
  for (const [at, [name]] of (requests[0] ?? []).entries()) {
    const least = editors.map(() => Infinity);
    for (let round = -WARMUP; round < ROUNDS; round++)
      for (const [which, own] of requests.entries()) {
        const [, prepare, ask] = own[at] ?? [];
        await prepare?.();
        const start = performance.now();
        await ask?.();
        if (round >= 0) least[which] = Math.min(least[which] ?? Infinity, performance.now() - start);
      }
    for (const editor of editors) await editor.restore();
    times.set(name, least);
  }
  return times;
}

function caretAfter(text: string, after: string): Caret {
  const at = text.indexOf(after);
  if (at === -1) throw new Error(`No "${after}" on the page`);
  return caretAt(text, at + after.length);
}

function positionOf({ line, column }: Caret): { line: number; character: number } {
  return { line, character: column };
}

async function main(): Promise<void> {
  console.log('\nAn editor in a large workspace\n');
  const sizes = process.argv[2] === undefined ? [FEW, MANY] : process.argv.slice(2).map(Number);
  const editors: Editor[] = [];
  try {
    for (const size of sizes) editors.push(await Editor.start(size));
    report(editors, await leastTimes(editors));
  } finally {
    for (const editor of editors) await editor.stop();
    removeRepositories();
  }
}

function report(editors: readonly Editor[], times: ReadonlyMap<string, readonly number[]>): void {
  const last = editors.at(-1);
  if (last === undefined) return;
  printTable([
    ['ms', ...editors.map(({ pages }) => `${pages.toLocaleString('en')} pages`), 'ratio'],
    ['the first problems of the page', ...editors.map(({ firstProblems }) => ms(firstProblems)), ''],
    ['the index is complete', ...editors.map(({ index }) => ms(index)), ''],
    [
      'memory of the server in MB',
      ...editors.map(({ memory }) => (memory === undefined ? '-' : String(Math.round(memory / 1024 / 1024)))),
      '',
    ],
    ...[...times].map(([name, all]) => [name, ...all.map(ms), ratio(all.at(-1) ?? Number.NaN, all[0] ?? Number.NaN)]),
  ]);
  const missed = [...times].flatMap(([name, all]) => {
    const [few = Number.NaN, many = Number.NaN] = [all[0], all.at(-1)];
    return many < few * MOST + SHORT ? [] : [`${name}: ${ms(many)} ms, and ${ms(few)} ms with few pages`];
  });
  // The page is checked before the others are read.
  if (!(last.firstProblems < last.index / 4)) missed.push('the first problems come late');
  console.log(missed.length === 0 ? '\nEvery limit is held.' : `\nNot held:\n${missed.join('\n')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

void main();

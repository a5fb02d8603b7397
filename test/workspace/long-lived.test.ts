/** What a workspace knows after many changes is what a new one finds out: the problems of each open page are the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace, type FileChange } from '../../server/src/workspace/index.js';
import { ROOT, workspaceFiles } from '../bench/workspace-pages.js';
import { Dice } from '../support/dice.js';
import { MemoryFiles } from '../support/memory-files.js';

const CONFIG = `${ROOT}/.playbooklint.json`;
const DOCFX = `${ROOT}/docfx.json`;
const CATALOGUE = `${ROOT}/reference/task-details.md`;
const INCLUDED = `${ROOT}/includes/note.md`;

/** The changes after which everything is compared. */
const STEPS = 40;
const runs = Number(process.env['PLAYBOOK_TEST_RUNS'] ?? 1);
const seed = Number(process.env['PLAYBOOK_TEST_SEED'] ?? 1);

function newWorkspace(host: MemoryFiles): Workspace {
  const workspace = new Workspace({ host, today: () => '2026-11-21' });
  workspace.setFolders([ROOT]);
  return workspace;
}

/** An author with a few open pages, who changes them and the files beside them at random. */
class Author {
  readonly host: MemoryFiles;
  readonly #workspace: Workspace;
  readonly #open = new Map<string, string>();
  readonly dice: Dice;
  #count = 0;
  #changes: FileChange[] = [];

  constructor(files: ReadonlyMap<string, string>, start: number) {
    this.host = new MemoryFiles(files);
    this.dice = new Dice(start);
    this.#workspace = newWorkspace(this.host);
  }

  get #pages(): string[] {
    return [...this.host.files.keys()].filter((uri) => uri.endsWith('.md')).sort();
  }

  /** Returns what was changed. */
  step(): string {
    const kinds = Object.entries(this.#kinds);
    const [name, work] = kinds[this.dice.roll(kinds.length)] ?? [];
    const page = this.dice.of(this.#pages);
    work?.(page);
    this.#workspace.filesChanged(this.#changes);
    this.#changes = [];
    return `${name ?? ''} ${page.slice(ROOT.length + 1)}`;
  }

  async assertSame(what: string): Promise<void> {
    const fresh = newWorkspace(new MemoryFiles(this.host.files));
    for (const [uri, text] of this.#open) fresh.open(uri, text);
    assert.ok(await fresh.indexed());
    assert.ok(await this.#workspace.indexed());
    for (const uri of this.#open.keys())
      assert.equal(await problemsOf(this.#workspace, uri), await problemsOf(fresh, uri), `${what}: ${uri}`);
  }

  readonly #kinds: Readonly<Record<string, (page: string) => void>> = {
    open: (page) => {
      if (this.#open.size > 4 || this.#open.has(page)) return;
      const text = this.host.files.get(page) ?? '';
      this.#open.set(page, text);
      this.#workspace.open(page, text);
    },
    close: () => this.#close(this.dice.of([...this.#open.keys()])),
    letter: (page) =>
      this.#edit(page, (text) => this.#atPlace(text, /[a-z]/g, () => 'aeioux'.charAt(this.dice.roll(6)))),
    digit: (page) => this.#edit(page, (text) => this.#atPlace(text, /\d/g, () => `${this.dice.roll(10)}`)),
    'task ID': (page) =>
      this.#edit(page, (text) => this.#atPlace(text, /^\| \d+/gm, () => `| ${901 + this.dice.roll(120)}`)),
    'mandatory or optional': (page) =>
      this.#edit(page, (text) => this.#atPlace(text, /\| [MO] \|/g, () => this.dice.of(['| M |', '| O |']))),
    'name of a task': (page) =>
      this.#edit(page, (text) =>
        this.#atPlace(text, /^\| (\d+) \| [^|]*/gm, (row) => row.replace(/\| [^|]*$/, `| Check ${this.dice.roll(4)} `)),
      ),
    'row away': (page) => this.#edit(page, (text) => this.#atPlace(text, /^\| \d+.*\n/gm, () => '')),
    'row twice': (page) => this.#edit(page, (text) => this.#atPlace(text, /^\| \d+.*\n/gm, (row) => row + row)),
    heading: (page) =>
      this.#edit(page, (text) => this.#atPlace(text, /^#+ .*/gm, (line) => `${line} ${this.dice.roll(2)}`)),
    link: (page) =>
      this.#edit(page, (text) =>
        this.#atPlace(
          text,
          /\]\([^)]*/g,
          () =>
            `](${this.dice.of(['#overview', this.dice.of(this.#pages).replace(/^.*\//, ''), 'none.md', '/reference/task-details.md', 'https://aka.ms/x', '%zz', '../includes/note.md#part'])}`,
        ),
      ),
    include: (page) => this.#edit(page, (text) => `${text}\n[!INCLUDE [note](../../includes/note.md)]\n`),
    mention: (page) => this.#edit(page, (text) => `${text}\nTask ${901 + this.dice.roll(150)} was removed.\n`),
    'mention in the log': (page) =>
      this.#edit(page, (text) =>
        this.#atPlace(text, /(?<=^\| \d\d\/\d\d\/\d{4} .*)\d{3,4}/gm, () => `${901 + this.dice.roll(150)}`),
      ),
    audience: (page) =>
      this.#edit(page, (text) =>
        text.replace(/^ft.audience: .*/m, `ft.audience: ${this.dice.of(['partner', 'internal'])}`),
      ),
    field: (page) =>
      this.#edit(page, (text) => text.replace(/^ft.owner: .*/m, `ft.owner: ${this.dice.of(['benwest', 'adanorth'])}`)),
    'line breaks': (page) => this.#edit(page, (text) => text.replace(/\r?\n/g, this.dice.of(['\n', '\r\n']))),
    cut: (page) => this.#edit(page, (text) => text.slice(0, this.dice.roll(text.length + 1))),
    'moved text': (page) => this.#edit(page, (text) => text.replace(/^# /m, 'More words.\n\n# ')),
    'catalogue entry': () =>
      this.#edit(CATALOGUE, (text) =>
        this.#atPlace(
          text,
          /^## \d+.*/gm,
          () => `## ${901 + this.dice.roll(120)}: ${this.dice.of(['Check', 'Retired: check', 'Plan (Retired)'])}`,
        ),
      ),
    'catalogue cut': () => this.#edit(CATALOGUE, (text) => this.#atPlace(text, /^## \d+/gm, () => '## x')),
    'catalogue back': () => this.#write(CATALOGUE, workspaceFiles(18).get(CATALOGUE) ?? ''),
    'catalogue copy': () =>
      this.#write(`${ROOT}/preview/reference/task-details.md`, this.host.files.get(CATALOGUE) ?? ''),
    'edition of all': () => {
      if (this.#pages.length > 40) return;
      for (const uri of this.#pages.filter((one) => one.startsWith(`${ROOT}/area-`)))
        this.#write(uri.replace(ROOT, `${ROOT}/preview`), this.host.files.get(uri) ?? '');
    },
    'edition away': () => {
      for (const uri of this.#pages) if (uri.startsWith(`${ROOT}/preview`)) this.#remove(uri);
    },
    rename: (page) => {
      if (this.#open.has(page)) return;
      this.#write(page.replace(/[^/]+$/, `renamed-${this.#count++}.md`), this.host.files.get(page) ?? '');
      this.#remove(page);
    },
    delete: (page) => {
      if (this.#pages.length > 15) this.#remove(page);
    },
    restore: () => {
      const files = [...workspaceFiles(18)];
      const [uri = '', text = ''] = files[this.dice.roll(files.length)] ?? [];
      this.#write(uri, text);
    },
    contents: (page) =>
      this.#write(
        page.replace(/[^/]+$/, 'toc.yml'),
        this.#pages
          .filter(() => this.dice.roll(2) === 0)
          .map((other) => `- name: One\n  href: ${other.replace(/^.*\//, '')}\n`)
          .join(''),
      ),
    docfx: () =>
      this.#write(
        DOCFX,
        `{ "build": { "content": [{ "files": ["**/*.md"], "exclude": ["${this.dice.of(['**/includes/**', '**/german-playbook/**', '**/reference/**', '**/preview/**', '**/english-playbook/**'])}"] }] } }`,
      ),
    'no docfx': () => this.#remove(DOCFX),
    configuration: () =>
      this.#write(
        CONFIG,
        this.dice.of([
          '{ "taskId": { "pattern": "^\\\\d{3,4}$" } }',
          '{ "taskId": { "pattern": "^\\\\d{4,6}$" } }',
          '{ "editions": { "next": "preview/" } }',
          '{ "editions": {} }',
          '{ "ignore": ["**/german-playbook/**"] }',
          '{ "ignore": ["**/reference/**"] }',
          '{ "rules": { "task-name-inconsistent": "off" } }',
          '{',
        ]),
      ),
    'no configuration': () => this.#remove(CONFIG),
    included: () =>
      this.#write(
        INCLUDED,
        `${this.dice.of(['## Part', '## Other', ''])}\n\nTask ${901 + this.dice.roll(150)}.\n\n[!INCLUDE [more](more.md)]\n`,
      ),
    'included from included': () =>
      this.#write(
        `${ROOT}/includes/more.md`,
        this.dice.of(['# More\n\n<a name="part"></a>', '[!INCLUDE [note](note.md)]\n']),
      ),
  };

  #atPlace(text: string, place: RegExp, change: (found: string) => string): string {
    const places = [...text.matchAll(place)];
    const found = places[this.dice.roll(Math.max(1, places.length))];
    return found === undefined
      ? text
      : text.slice(0, found.index) + change(found[0]) + text.slice(found.index + found[0].length);
  }

  /** In the editor, or on the disk. */
  #edit(page: string, change: (text: string) => string): void {
    const open = this.dice.of([...this.#open.keys()]);
    const target = open !== '' && page !== CATALOGUE && this.dice.roll(3) > 0 ? open : page;
    const shown = this.#open.get(target);
    if (shown === undefined) this.#write(target, change(this.host.files.get(target) ?? ''));
    else {
      const text = change(shown);
      this.#open.set(target, text);
      this.#workspace.change(target, text);
    }
  }

  #write(uri: string, text: string): void {
    if (this.#open.has(uri)) return;
    this.#changes.push({ uri, kind: this.host.files.has(uri) ? 'changed' : 'created' });
    this.host.files.set(uri, text);
  }

  #remove(uri: string): void {
    if (this.#open.has(uri) || !this.host.files.delete(uri)) return;
    this.#changes.push({ uri, kind: 'deleted' });
  }

  #close(uri: string): void {
    if (!this.#open.delete(uri)) return;
    this.#workspace.close(uri);
  }
}

/** Leaves out places on other pages: a page is not checked again when text only moves there. */
async function problemsOf(workspace: Workspace, uri: string): Promise<string> {
  const result = await workspace.problemsOf(uri);
  if (result === undefined) return '';
  const { kind, problems, failures } = result;
  const comparable = problems.map(({ related = [], ...problem }) => ({
    ...problem,
    related: related.map(({ path, message }) => ({ path, message })),
  }));
  return JSON.stringify({ kind, problems: comparable, failures }, undefined, 1);
}

test('after random changes, the open pages have the problems that a new workspace reports', async () => {
  const author = new Author(workspaceFiles(18), seed);
  const done: string[] = [];
  for (let step = 0; step < STEPS * runs; step++) {
    for (let left = author.dice.roll(3); left >= 0; left--) done.push(author.step());
    await author.assertSame(`step ${step}: ${done.slice(-8).join('; ')}`);
  }
});

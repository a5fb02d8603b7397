import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  createLinter,
  IndexReader,
  parsePlaybook,
  readDocset,
  summarize,
  updatePlaybook,
  WorkspaceIndex,
  asFilePath,
  type Playbook,
  type FilePath,
} from '../../server/src/core/index.js';
import { TODAY } from '../support/lint.js';
import { english } from '../support/english.js';

// Rows that all pages agree on are cached between checks; each of these changes must still be detected.
test('a row that all pages agreed on is compared again when one of them changes', () => {
  const desk = new Desk();
  assert.deepEqual(desk.problemsOf('one'), []);
  assert.deepEqual(desk.problemsOf('one'), []);

  desk.change('two', (text) => text.replace('| M |', '| O |'));
  assert.deepEqual(desk.problemsOf('one'), ['Task "3143" is mandatory here and optional on 1 other page']);

  desk.change('two', (text) => text.replace('| O |', '| M |'));
  assert.deepEqual(desk.problemsOf('one'), []);
});

test('a page is compared with pages for the same readers, and not after it is deleted', () => {
  const desk = new Desk();
  desk.change('two', (text) => text.replace('| M |', '| O |').replace('internal', 'partner'));
  assert.deepEqual(desk.problemsOf('one'), []);

  desk.change('one', (text) => text.replace('internal', 'partner'));
  assert.equal(desk.problemsOf('one').length, 1);

  desk.index.setPage(pathOf('two'), undefined);
  assert.deepEqual(desk.problemsOf('one'), []);
});

test('a page is not compared after docfx excludes it', () => {
  const desk = new Desk();
  desk.change('two', (text) => text.replace('| M |', '| O |'));
  assert.equal(desk.problemsOf('one').length, 1);
  desk.index.setDocsets([{ ...readDocset(ROOT, ''), isBuilt: (path) => path !== pathOf('two') }]);
  assert.deepEqual(desk.problemsOf('one'), []);
  desk.index.setDocsets([]);
  assert.equal(desk.problemsOf('one').length, 1);
});

test('a row is compared again after more changes than the index remembers', () => {
  const desk = new Desk();
  assert.deepEqual(desk.problemsOf('one'), []);
  desk.change('two', (text) => text.replace('| M |', '| O |'));
  for (let id = 4000; id < 4200; id++) desk.change('three', (text) => text.replace(/\d{4}/, String(id)));
  assert.deepEqual(desk.problemsOf('one'), ['Task "3143" is mandatory here and optional on 1 other page']);
});

/** Two pages that share a task, checked after each change. */
class Desk {
  readonly index = new WorkspaceIndex();
  readonly #pages = new Map<string, Playbook>();
  readonly #linter = createLinter(
    allRules.filter(({ meta }) => meta.id === 'task-mo-inconsistent'),
    allRules,
  );

  constructor() {
    this.index.setRoots([ROOT]);
    for (const name of ['one', 'two']) this.#put(name, parsePlaybook({ uri: pathOf(name), text: TEXT }));
  }

  change(name: string, edit: (text: string) => string): void {
    const page = this.#page(name);
    this.#put(name, updatePlaybook(page, edit(page.text)));
  }

  problemsOf(name: string): string[] {
    const playbook = this.#page(name);
    const summary = summarize(pathOf(name), playbook);
    const { problems } = this.#linter.lint({
      playbook,
      config: { rules: new Map() },
      today: TODAY,
      surroundings: { summary, index: new IndexReader(this.index) },
    });
    return problems.map(({ message }) => english(message));
  }

  #page(name: string): Playbook {
    return this.#pages.get(name) ?? parsePlaybook({ uri: pathOf(name), text: TEXT });
  }

  #put(name: string, page: Playbook): void {
    this.#pages.set(name, page);
    this.index.setPage(pathOf(name), summarize(pathOf(name), page));
  }
}

const ROOT = asFilePath('file:///w');
const TEXT = `---
ft.audience: internal
---

# Enable

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|
| 3143 | Exchange - Preflight | M | SME | Exchange |
`;

function pathOf(name: string): FilePath {
  return asFilePath(`file:///w/playbook/${name}.md`);
}

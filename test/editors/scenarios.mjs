// What every editor must do, in a folder with Git and in one without.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CHINESE, ENGLISH, GERMAN, lint, makeSandbox, OTHER, playbookLint, rewrite, until } from './support.mjs';

/** @typedef {import('./support.mjs').Problem} Problem */
/** @typedef {import('./support.mjs').Sandbox} Sandbox */

/**
 * @typedef {object} Editor a running editor; lines and columns are those of the command line, paths are relative to the folder
 * @property {(path: string, expected: readonly Problem[]) => Promise<unknown>} shows waits until a page has exactly these problems
 * @property {(expected: ReadonlyMap<string, number>) => Promise<unknown>} lists waits until the list of all files has so many problems
 * @property {(path: string, before: string, after: string) => Promise<unknown>} replace changes a text that occurs once
 * @property {(path: string, line: number, column: number, title: string) => Promise<unknown>} act chooses a code action
 * @property {(path: string, line: number, column: number, expected: string) => Promise<unknown>} complete waits for a completion
 * @property {(path: string, line: number, column: number, expected: string) => Promise<unknown>} hover waits for a text about what is here
 * @property {(path: string, line: number, column: number, expected: string) => Promise<unknown>} define goes to the definition, in this page
 * @property {(path: string, line: number, column: number, command: string, task?: string) => Promise<unknown>} [command] runs a command of the server
 * @property {(path: string, line: number, column: number, name: string) => Promise<unknown>} rename
 * @property {(path: string) => Promise<unknown>} format
 * @property {() => Promise<unknown>} save saves all pages
 * @property {() => Promise<unknown>} close
 *
 * @typedef {object} Kind of editor
 * @property {string} name
 * @property {string} code of docs/other-editors.md
 * @property {string} codeWithSettings the same, with German texts, the problems of all pages, and at most 100 for each
 * @property {(sandbox: Sandbox, code: string) => Promise<Editor>} start
 * @property {readonly string[]} files whose problems it shows
 * @property {boolean} [commands] it sends the place of the cursor with a command
 */

const FIX_ALL = 'Fix all safe problems in this playbook';
const CONFIGURATION = '.playbooklint.json';
/** The `maxProblems` of the documentation. */
const LIMIT = 100;
/** So many mistakes are more. */
const MANY = LIMIT + 20;

/** @param {Kind} kind */
export function testEditor(kind) {
  for (const git of [true, false]) {
    describe(`${kind.name} in a folder ${git ? 'with' : 'without'} Git`, () => {
      testProblems(kind, git);
      testEdits(kind, git);
    });
  }
  describe(kind.name, () => {
    testSettings(kind);
    testConfiguration(kind);
  });
}

/**
 * @param {Kind} kind
 * @param {boolean} git
 */
function testProblems(kind, git) {
  const author = useAuthor(kind, { git });

  for (const path of kind.files)
    test(`${path} has the problems that the command line reports`, async () => {
      await author.sees(path);
    });

  test('what is typed has problems, until it is right again', async () => {
    await author.types(OTHER, 'Phase: **Enable**', 'Phase: **Enabel**');
    assert.ok((await author.sees(OTHER)).some(({ rule }) => rule === 'label-term-unknown'));
    await author.types(OTHER, 'Phase: **Enabel**', 'Phase: **Enable**');
    await author.sees(OTHER);
  });

  test('a change in another page changes the problems of a page', async () => {
    const isAbout = (/** @type {Problem} */ { rule }) => rule === 'task-name-inconsistent';
    assert.ok((await author.sees(ENGLISH)).some(isAbout));
    await author.types(OTHER, 'for every office', 'for each office');
    assert.ok(!(await author.sees(ENGLISH)).some(isAbout));
  });
}

/**
 * @param {Kind} kind
 * @param {boolean} git
 */
function testEdits(kind, git) {
  const author = useAuthor(kind, { git });

  test('a quick fix changes the page', async () => {
    await author.sees(ENGLISH);
    await author.editor.act(ENGLISH, 42, 43, 'Replace with "M"');
    author.changesTwin(ENGLISH, 'office | m |', 'office | M |');
    await author.sees(ENGLISH);
  });

  test('all safe fixes give what playbook-lint --fix gives, to the byte', async () => {
    await author.sees(GERMAN);
    await author.editor.act(GERMAN, 17, 1, FIX_ALL);
    author.runs('--fix', GERMAN);
    await author.sees(GERMAN);
    await author.saves(GERMAN, ENGLISH);
  });

  test('completion, hover and definition know the tasks and roles', async () => {
    await author.editor.complete(ENGLISH, 42, 48, 'FastTrack Architect');
    await author.editor.hover(ENGLISH, 42, 4, 'Task 6002');
    await author.sees(CHINESE);
    await author.editor.define(CHINESE, 41, 4, ENGLISH);
  });

  test('a code action sorts the tasks', async () => {
    const [room, opinion] = [
      'Open the first room | M | FastTrack Engineer | Teams |',
      'Ask for an opinion | O | SME | Teams |',
    ];
    await author.types(OTHER, '| 6004 |', '| 6009 |');
    await author.sees(OTHER);
    await author.editor.act(OTHER, 42, 3, 'Sort');
    author.changesTwin(OTHER, `| 6009 | ${room}\n| 6005 | ${opinion}`, `| 6005 | ${opinion}\n| 6009 | ${room}`);
    await author.saves(OTHER);
  });

  test('commands change the page', { skip: kind.commands ? false : 'It sends no place with a command' }, async () => {
    await author.sees(OTHER);
    await author.editor.command?.(OTHER, 41, 3, 'toggleMandatory');
    author.changesTwin(OTHER, 'every office | O |', 'every office | M |');
    await author.editor.command?.(ENGLISH, 43, 3, 'insertTaskRow', '6005');
    author.changesTwin(
      ENGLISH,
      '\n\n## Key Inputs',
      '\n| 6005 | Ask for an opinion | O | SME | Teams |\n\n## Key Inputs',
    );
    await author.saves(OTHER, ENGLISH);
  });

  test('a renamed task is renamed on all pages', async () => {
    await author.sees(ENGLISH);
    await author.editor.rename(ENGLISH, 41, 4, '6101');
    for (const path of [ENGLISH, GERMAN, CHINESE]) author.changesTwin(path, '| 6001 |', '| 6101 |');
    await author.sees(ENGLISH);
    await author.saves(ENGLISH, GERMAN, CHINESE);
  });

  test('formatting changes the tables, and no problems', async () => {
    await author.sees(OTHER);
    await author.editor.format(OTHER);
    author.changesTwin(OTHER, '|---|---|:---:|---|---|', '| --- | --- | :-: | --- | --- |');
    author.changesTwin(OTHER, '|---|---|---|---|', '| --- | --- | --- | --- |');
    await author.saves(OTHER);
    await author.sees(OTHER);
  });
}

/** @param {Kind} kind */
function testSettings(kind) {
  const rows = Array.from({ length: MANY }, (_, index) => `| ${7000 + index} | Task ${index} | X | SME | Teams |`);
  const many = ['# Many', '', '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |'];
  const more = { 'english/many.md': [...many, '|---|---|---|---|---|', ...rows, ''].join('\n') };
  const author = useAuthor({ ...kind, code: kind.codeWithSettings }, { git: true, more }, '--locale', 'de');

  test('the texts are in the language of the settings', async () => {
    await author.sees(ENGLISH);
  });

  test('the settings show the problems of all files, and limit their number', async () => {
    const counts = [...author.lint()].map(([path, problems]) => /** @type {const} */ ([path, problems.length]));
    assert.ok(counts.some(([, count]) => count >= MANY));
    // One more problem says how many aren't shown.
    const shown = (/** @type {number} */ count) => (count > LIMIT ? LIMIT + 1 : count);
    await author.editor.lists(new Map(counts.map(([path, count]) => [path, shown(count)])));
  });
}

/** @param {Kind} kind */
function testConfiguration(kind) {
  const more = { [CONFIGURATION]: '{\n  "rules": { "task-mo-letter": "off", "toc-orphen": "off" }\n}\n' };
  const author = useAuthor(kind, { git: false, more });

  test('the configuration applies, and its mistakes are shown', async () => {
    await author.sees(ENGLISH);
    assert.equal((await author.sees(CONFIGURATION)).length, 1);
  });
}

/**
 * An editor for the tests of a suite, and the command line in the same folder.
 *
 * @param {Kind} kind
 * @param {Parameters<typeof makeSandbox>[0]} site
 * @param {...string} options of the command line
 */
function useAuthor(kind, site, ...options) {
  const sandbox = makeSandbox(site);
  /** @type {Editor | undefined} */
  let running;
  before(async () => {
    running = await kind.start(sandbox, kind.code);
  });
  after(async () => {
    await running?.close();
    sandbox.remove();
  });

  return {
    get editor() {
      assert.ok(running !== undefined);
      return running;
    },
    lint: () => lint(sandbox, ...options),
    /**
     * Waits until the editor shows what the command line reports.
     *
     * @param {string} path
     */
    async sees(path) {
      const expected = lint(sandbox, ...options).get(path) ?? [];
      await this.editor.shows(path, expected);
      return expected;
    },
    /**
     * @param {string} path
     * @param {string} from
     * @param {string} to
     */
    async types(path, from, to) {
      await this.editor.replace(path, from, to);
      this.changesTwin(path, from, to);
    },
    /**
     * @param {string} path
     * @param {string} from
     * @param {string} to
     */
    changesTwin(path, from, to) {
      rewrite(join(sandbox.twin, path), (text) => {
        assert.ok(text.includes(from), `${path}: ${from}`);
        return text.replace(from, to);
      });
    },
    /** @param {...string} args of the command line */
    runs: (...args) => playbookLint(sandbox, ...args),
    /**
     * Saves, and compares the files.
     *
     * @param {...string} paths
     */
    async saves(...paths) {
      await this.editor.save();
      for (const path of paths)
        await until(
          // Helix renames the file while it saves.
          () => (existsSync(join(sandbox.folder, path)) ? readFileSync(join(sandbox.folder, path), 'utf8') : undefined),
          (text) => assert.equal(text, readFileSync(join(sandbox.twin, path), 'utf8')),
        );
    },
  };
}

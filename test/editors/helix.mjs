// A Helix in a terminal of tmux: it can be driven only by keys, and answers only on its screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, until, writeIn } from './support.mjs';

/** Columns and lines of the terminal: the longest message fits into one half, and each page into its height. */
const SIZE = ['-x', '400', '-y', '160'];

/** Helix's names of the severities. */
const SEVERITIES = { ERROR: 'error', WARN: 'warning', INFO: 'info', HINT: 'hint' };

/**
 * @param {string} program
 * @param {import('./support.mjs').Sandbox} sandbox
 * @param {string} languages the author's `languages.toml`
 * @returns {Promise<import('./scenarios.mjs').Editor>}
 */
export async function startHelix(program, { folder, twin, home, env }, languages) {
  writeIn(join(home, '.config/helix/languages.toml'), languages);
  const terminal = openTerminal(join(home, 'tmux.sock'), { cwd: folder, env });
  const { keys, screen, type } = terminal;
  await terminal.run('new-session', '-d', ...SIZE, program);
  await shows(/^ NOR /m);

  /** @param {RegExp} text */
  function shows(text) {
    return until(screen, (now) => assert.match(now, text));
  }

  /** @param {string} text */
  async function command(text) {
    await keys('Escape');
    await type(`:${text}`);
    await keys('Enter');
  }

  /** @param {string} path */
  async function open(path) {
    await command(`open ${path}`);
    await shows(new RegExp(`^ NOR .*${path.replaceAll('.', '\\.')}`, 'm'));
  }

  /**
   * @param {string} path
   * @param {number} line
   * @param {number} column
   */
  async function goTo(path, line, column) {
    await open(path);
    await command(`goto ${line}`);
    await type(`gh${column > 1 ? `${column - 1}l` : ''}`);
    await shows(new RegExp(`^ NOR .* ${line}:${column}\\s*$`, 'm'));
  }

  /** The rows of a list of problems. @param {string} opening the keys that open it */
  async function listed(opening) {
    await keys('Escape');
    await type(opening);
    const list = await until(screen, (now) => / severity |No (?:\w+ )*diagnostics/.test(now));
    await keys('Escape');
    return problemsIn(list);
  }

  return {
    async shows(path, expected) {
      await open(path);
      await until(
        () => listed(' d'),
        (now) => assert.deepEqual(comparable(now), comparable(expected)),
      );
      await goTo(path, 1, 1);
      for (const [line, column] of placesOf(expected, readFileSync(join(twin, path), 'utf8'))) {
        await type(']d');
        // The cursor is at the end of the problem, and goes to its start. The backslash is for tmux.
        await keys('M-\\;');
        await shows(new RegExp(`^ NOR .* ${line}:${column}\\s*$`, 'm'));
      }
    },
    lists: (expected) =>
      until(
        async () => (await listed(' D')).length,
        (count) =>
          assert.equal(
            count,
            [...expected.values()].reduce((sum, one) => sum + one, 0),
          ),
      ),
    async replace(path, before, after) {
      await open(path);
      await type('%s');
      await type(before.replace(/[^\w\s]/g, '\\$&'));
      await keys('Enter');
      await type('c');
      await type(after);
      await keys('Escape');
    },
    async act(path, line, column, title) {
      await goTo(path, line, column);
      const before = (await screen()).split('\n');
      await type(' a');
      const menu = (await until(screen, (now) => now.includes(title))).split('\n');
      const first = menu.findIndex((text, index) => text !== before[index]);
      const chosen = menu.findIndex((text) => text.includes(title));
      for (let index = first; index < chosen; index++) await keys('Down');
      await keys('Enter');
      await until(screen, (now) => !now.includes(title));
    },
    async complete(path, line, column, expected) {
      await goTo(path, line, column);
      await type('i');
      await keys('C-x');
      await until(screen, (now) => now.includes(expected));
      await keys('Escape', 'Escape');
    },
    async hover(path, line, column, expected) {
      await goTo(path, line, column);
      await type(' k');
      await until(screen, (now) => now.includes(expected));
      await keys('Escape');
    },
    async format(path) {
      await open(path);
      await command('format');
    },
    async rename(path, line, column, name) {
      await goTo(path, line, column);
      await type(' r');
      await shows(/rename-to:/);
      await keys('C-e', 'C-u');
      await type(name);
      await keys('Enter');
    },
    async define(path, line, column, expected) {
      await goTo(path, line, column);
      await type('gd');
      await shows(new RegExp(`^ NOR .*${expected.replaceAll('.', '\\.')}`, 'm'));
    },
    async save() {
      await command('write-all');
    },
    close: () => terminal.run('kill-server'),
  };
}

/**
 * What the list shows, in the order of the alphabet.
 *
 * @param {readonly Pick<import('./support.mjs').Problem, 'rule' | 'severity' | 'message'>[]} problems
 */
function comparable(problems) {
  return problems.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`).sort();
}

/**
 * Where the cursor stops on its way through the problems from the start of the page, as Helix counts: in characters.
 *
 * @param {readonly import('./support.mjs').Problem[]} problems
 * @param {string} text
 */
function placesOf(problems, text) {
  const lines = text.split(/\r?\n/);
  const places = problems.map(
    ({ line, column }) => `${line}:${[...(lines[line - 1] ?? '').slice(0, column - 1)].length + 1}`,
  );
  return [...new Set(places)].filter((place) => place !== '1:1').map((place) => place.split(':'));
}

/**
 * @param {string} socket
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
function openTerminal(socket, options) {
  /** @param {...string} args */
  const run = (...args) => output('tmux', ['-f', '/dev/null', '-S', socket, ...args], options);
  return {
    run,
    screen: () => run('capture-pane', '-p'),
    /** @param {...string} names such as `Escape` and `C-s` */
    keys: (...names) => run('send-keys', ...names),
    /** @param {string} text */
    type: (text) => run('send-keys', '-l', text),
  };
}

/**
 * The rows of the list of problems: `│ > ERROR    task-mo-letter   "X" isn't …  ││`. Half of a Chinese character behind the
 * list can hide its left border.
 *
 * @param {string} list
 */
function problemsIn(list) {
  const rows = list.matchAll(/ [> ] (ERROR|WARN|INFO|HINT) +(\S+) +(.*?) *││/g);
  return [...rows].map(([, severity = '', rule = '', rest = '']) => ({
    rule,
    severity: SEVERITIES[/** @type {keyof typeof SEVERITIES} */ (severity)],
    message: rest,
  }));
}

// A Helix in a terminal of tmux: it can be driven only by keys, and answers only on its screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, until, writeIn } from './support.mjs';

/** Columns and lines of the terminal: the longest message fits into one half, and each page into its height. */
const SIZE = ['-x', '400', '-y', '160'];

/** Helix's names of the severities. */
const SEVERITIES = new Map([
  ['ERROR', 'error'],
  ['WARN', 'warning'],
  ['INFO', 'info'],
  ['HINT', 'hint'],
]);

/**
 * @param {string} program
 * @param {import('./support.mjs').Sandbox} sandbox
 * @param {string} languages the author's `languages.toml`
 * @returns {Promise<import('./scenarios.mjs').Editor>}
 */
export async function startHelix(program, { folder, twin, home, env }, languages) {
  writeIn(join(home, '.config/helix/languages.toml'), languages);
  const terminal = openTerminal(join(home, 'tmux.sock'), { cwd: folder, env });
  const { press, screen } = terminal;
  await terminal.run('new-session', '-d', ...SIZE, program);
  await shows(/^ NOR /m);

  /** @param {RegExp} text */
  function shows(text) {
    return until(screen, (now) => assert.match(now, text));
  }

  /**
   * Closes what is open. The next key must wait for it, because Escape and a key are one key with Alt.
   *
   * @param {(screen: string) => boolean} isClosed
   */
  async function escape(isClosed) {
    await press(['Escape']);
    await until(screen, isClosed);
  }

  /** @param {string} path */
  async function open(path) {
    const shown = new RegExp(`^ NOR .* ${path.replaceAll('.', '\\.')} `, 'm');
    if (shown.test(` ${await screen()}`)) return;
    await press(`:open ${path}`, ['Enter']);
    await shows(shown);
  }

  /**
   * @param {string} path
   * @param {number} line
   * @param {number} column
   */
  async function goTo(path, line, column) {
    await open(path);
    await press(`:goto ${line}`, ['Enter'], `gh${column > 1 ? `${column - 1}l` : ''}`);
    await isAt(`${line}:${column}`);
  }

  /** @param {string} place as in the status line */
  function isAt(place) {
    return shows(new RegExp(`^ NOR .* ${place}\\s*$`, 'm'));
  }

  /**
   * What a list of problems shows.
   *
   * @param {string} keys that open it
   */
  async function listed(keys) {
    await press(keys);
    const list = await until(screen, (now) => COUNT.test(now));
    await escape((now) => !COUNT.test(now));
    return list;
  }

  const visited = new Set();
  return {
    async shows(path, expected) {
      await open(path);
      await until(
        async () => problemsIn(await listed(' d')),
        (now) => assert.deepEqual(now, comparable(expected)),
      );
      // Going to each of them takes long, so it is done once for each page.
      if (visited.has(path)) return;
      visited.add(path);
      await goTo(path, 1, 1);
      for (const place of placesOf(expected, readFileSync(join(twin, path), 'utf8'))) {
        // The cursor is at the end of the problem, and goes to its start.
        await press(']d', ['M-\\;']);
        await isAt(place);
      }
    },
    lists: (expected) =>
      until(
        async () => Number(COUNT.exec(await listed(' D'))?.[1]),
        (count) => assert.equal(count, sum(expected.values())),
      ),
    async replace(path, before, after) {
      await goTo(path, 1, 1);
      await press('%s', before.replace(/[^\w\s]/g, '\\$&'), ['Enter'], 'c');
      await shows(/^ INS /m);
      // Typed text would be completed on its way.
      await terminal.paste(after);
      await until(screen, (now) => now.includes(after));
      await escape(isNormal);
    },
    async act(path, line, column, title) {
      await goTo(path, line, column);
      const before = (await screen()).split('\n');
      await press(' a');
      const menu = (await until(screen, (now) => now.includes(title))).split('\n');
      const first = menu.findIndex((text, index) => text !== before[index]);
      const chosen = menu.findIndex((text) => text.includes(title));
      await press(
        Array.from({ length: chosen - first }, () => 'Down'),
        ['Enter'],
      );
      await until(screen, (now) => !now.includes(title));
    },
    async complete(path, line, column, expected) {
      await goTo(path, line, column);
      await press('i', ['C-x']);
      await until(screen, (now) => now.includes(expected));
      await escape((now) => !now.includes(expected));
      if (!isNormal(await screen())) await escape(isNormal);
    },
    async hover(path, line, column, expected) {
      await goTo(path, line, column);
      await press(' k');
      await until(screen, (now) => now.includes(expected));
      await escape((now) => !now.includes(expected));
    },
    async format(path) {
      await open(path);
      await press(':format', ['Enter']);
    },
    async rename(path, line, column, name) {
      await goTo(path, line, column);
      await press(' r');
      await shows(/rename-to:/);
      await press(['C-e', 'C-u'], name, ['Enter']);
    },
    async define(path, line, column, expected) {
      await goTo(path, line, column);
      await press('gd');
      await shows(new RegExp(`^ NOR .*${expected.replaceAll('.', '\\.')}`, 'm'));
    },
    save: () => press(':write-all', ['Enter']),
    close: () => terminal.run('kill-server'),
  };
}

/** How many problems a list has, at its top: `13/13 │`. */
const COUNT = / \d+\/(\d+) [│ ]/;

/** @param {string} screen */
function isNormal(screen) {
  return /^ NOR /m.test(screen);
}

/** @param {Iterable<number>} numbers */
function sum(numbers) {
  return [...numbers].reduce((total, one) => total + one, 0);
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
  const places = problems.map(({ line, column }) => {
    const before = (lines[line - 1] ?? '').slice(0, column - 1);
    return `${line}:${[...before].length + 1}`;
  });
  return [...new Set(places)].filter((place) => place !== '1:1');
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
    /**
     * @param {...(string | string[])} steps a text, or names of keys such as `Escape`
     */
    press: (...steps) =>
      run(...steps.flatMap((step) => ['send-keys', ...(typeof step === 'string' ? ['-l', step] : step), ';'])),
    /** @param {string} text */
    async paste(text) {
      await run('set-buffer', text, ';', 'paste-buffer', '-p');
    },
  };
}

/**
 * The rows of a list of problems, in the order of the alphabet: `│ > ERROR    task-mo-letter   "X" isn't …  ││`. Since
 * Helix 25.07, the name of the server precedes the rule. Half of a Chinese character under the list can hide its left
 * border.
 *
 * @param {string} list
 */
function problemsIn(list) {
  const rows = [...list.matchAll(/ [> ] (ERROR|WARN|INFO|HINT) +(?:playbook +)?(\S+) +(.*?) *││/g)];
  return rows.map(([, severity = '', rule, message]) => `${SEVERITIES.get(severity)} ${rule} ${message}`).sort();
}

/** The command line that ships: a small file that repeats commands, and the engine that it loads for all others. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { notBuilt } from '../locales/shipped.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-start-')));
after(() => rmSync(top, { recursive: true, force: true }));

const pages = join(top, 'pages');
/** Says at the end whether the engine was loaded. */
const probe = join(top, 'probe.cjs');

before(async () => {
  mkdirSync(pages);
  writeFileSync(join(pages, 'a.md'), playbookWith(GOOD_ROW, '', '[Gone](gone.md)'));
  writeFileSync(
    probe,
    `process.on('exit', () => {
      const isLoaded = Object.keys(require.cache).some((path) => path.endsWith('engine.js'));
      require('node:fs').writeFileSync(process.env.LOADED, String(isLoaded));
    });`,
  );
  // Commands about files that were just written aren't recorded.
  await setTimeout(2100);
});

/** A copy of the program with a cache of its own. */
class Installation {
  readonly #folder = mkdtempSync(join(top, 'installed-'));

  constructor() {
    mkdirSync(this.pathOf('locales'), { recursive: true });
    for (const name of ['cli.js', 'engine.js', 'locales/de.json'])
      copyFileSync(join(root, 'dist', name), this.pathOf(name));
  }

  pathOf(name: string): string {
    return join(this.#folder, name);
  }

  /** What a command prints, its exit code, and whether it needed the engine. */
  run(...args: readonly string[]) {
    const cache = { XDG_CACHE_HOME: this.#folder, HOME: this.#folder, LOCALAPPDATA: this.#folder };
    const loaded = this.pathOf('loaded.txt');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', probe, this.pathOf('cli.js'), ...args],
      { cwd: pages, encoding: 'utf8', env: { ...process.env, ...cache, LC_ALL: 'en_US.UTF-8', LOADED: loaded } },
    );
    return { status, stdout, stderr, needsEngine: readFileSync(loaded, 'utf8') === 'true' };
  }
}

describe('the command line', { skip: notBuilt }, () => {
  for (const args of [['a.md'], ['--locale', 'de', 'a.md'], ['--format', 'json', '--cache-location', '../cache', '.']])
    test(`loads its engine once for a command that is repeated: ${args.join(' ')}`, () => {
      const installation = new Installation();
      const first = installation.run(...args);
      assert.match(first.stdout, /gone\.md/);
      assert.deepEqual({ ...first, stdout: '' }, { status: 1, stdout: '', stderr: '', needsEngine: true });
      assert.deepEqual(installation.run(...args), { ...first, needsEngine: false });
    });

  test('loads its engine again after a change in one of its files', () => {
    const installation = new Installation();
    const first = installation.run('a.md');
    for (const name of ['engine.js', 'cli.js']) {
      appendFileSync(installation.pathOf(name), '\n//\n');
      assert.deepEqual(installation.run('a.md'), first, name);
      assert.deepEqual(installation.run('a.md'), { ...first, needsEngine: false }, name);
    }
  });

  test('repeats no command that lacks translations', () => {
    const installation = new Installation();
    const german = ['--locale', 'de', 'a.md'];
    const first = installation.run(...german);
    writeFileSync(installation.pathOf('locales/de.json'), '{');
    for (const _time of ['first', 'second']) {
      const { stdout, stderr, needsEngine } = installation.run(...german);
      assert.notEqual(stdout, first.stdout);
      assert.match(stderr, /^playbook-lint: The translations for "de" can't be read, .*\n$/);
      assert.ok(needsEngine);
    }
  });

  test('prints its version without its engine', () => {
    const installation = new Installation();
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
    const expected = { status: 0, stdout: `${version}\n`, stderr: '' };
    assert.deepEqual(installation.run('--version'), { ...expected, needsEngine: false });
    assert.deepEqual(installation.run('-v'), { ...expected, needsEngine: false });
    assert.deepEqual(installation.run('--version', '.'), { ...expected, needsEngine: true });
    assert.equal(installation.run('--version', '--wrong').status, 2);
  });

  const damaged = (engine: string): string =>
    `playbook-lint: A file of playbook-lint is missing, damaged, or from another version: "${engine}". Install playbook-lint again\n`;

  const damages: readonly (readonly [name: string, damage: (engine: string) => void])[] = [
    ['is cut', (engine) => truncateSync(engine, 100_000)],
    ['is empty', (engine) => writeFileSync(engine, '')],
    ['throws', (engine) => writeFileSync(engine, 'throw new Error("no");')],
    ['is from another version', (engine) => writeFileSync(engine, 'exports.VERSION = "0.0.1";')],
  ];
  for (const [name, damage] of damages)
    test(`says that it must be installed again if its engine ${name}`, () => {
      const installation = new Installation();
      const engine = installation.pathOf('engine.js');
      damage(engine);
      const { status, stdout, stderr } = installation.run('a.md');
      assert.deepEqual([status, stdout, stderr], [2, '', damaged(engine)]);
    });

  test('says in the chosen language that its engine is missing, also for a command that it ran before', () => {
    const installation = new Installation();
    installation.run('a.md');
    const engine = installation.pathOf('engine.js');
    rmSync(engine);
    assert.equal(installation.run('a.md').stderr, damaged(engine));
    assert.match(installation.run('--locale', 'de', 'a.md').stderr, /^playbook-lint: .*„.*engine\.js“.*\n$/);
    assert.equal(installation.run('--version').status, 0);
  });
});

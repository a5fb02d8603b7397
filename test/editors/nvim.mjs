// A Neovim without a screen. See nvim.lua.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countsIn, output, sorted, startListening, until, writeIn } from './support.mjs';

const probe = fileURLToPath(new URL('nvim.lua', import.meta.url));

/**
 * @param {string} program
 * @param {import('./support.mjs').Sandbox} sandbox
 * @param {string} init the author's `init.lua`
 * @returns {Promise<import('./scenarios.mjs').Editor>}
 */
export async function startNeovim(program, sandbox, init) {
  const { folder, home, env } = sandbox;
  const address = join(home, 'nvim.sock');
  writeIn(join(home, '.config/nvim/init.lua'), init);
  const args = ['--headless', '--listen', address, '--cmd', `luafile ${probe}`];
  const { close } = await startListening(program, args, address, sandbox);

  /**
   * @param {string} name
   * @param {...unknown} args
   */
  const ask = async (name, ...args) => {
    const call = JSON.stringify([name, ...args]).replaceAll("'", "''");
    const answer = await output(program, ['--server', address, '--remote-expr', `v:lua.probe('${call}')`], {
      cwd: folder,
      env,
    });
    return JSON.parse(answer);
  };
  return {
    shows: (path, expected) =>
      until(
        async () => sorted(await ask('problems', path)),
        (now) => assert.deepEqual(now, expected),
      ),
    lists: (expected) =>
      until(
        () => ask('counts'),
        (now) => assert.deepEqual(now, countsIn(folder, expected)),
      ),
    replace: (...args) => ask('replace', ...args),
    act: async (...args) => assert.equal(await ask('act', ...args), true),
    complete: async (path, line, column, expected) => {
      const labels = await ask('complete', path, line, column);
      assert.ok(labels.includes(expected), labels);
    },
    hover: async (path, line, column, expected) => {
      const text = await ask('hover', path, line, column);
      assert.ok(text.includes(expected), text);
    },
    define: async (path, line, column, expected) =>
      assert.equal(await ask('definition', path, line, column), join(folder, expected)),
    command: (...args) => ask('command', ...args),
    rename: (...args) => ask('rename', ...args),
    format: (path) => ask('format', path),
    save: () => ask('save'),
    close,
  };
}

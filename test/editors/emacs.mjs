// An Emacs without a screen. See emacs.el.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countsIn, output, sorted, startListening, until, writeIn } from './support.mjs';

const probe = fileURLToPath(new URL('emacs.el', import.meta.url));

/**
 * @param {string} program
 * @param {import('./support.mjs').Sandbox} sandbox
 * @param {string} init the author's `init.el`
 * @returns {Promise<import('./scenarios.mjs').Editor>}
 */
export async function startEmacs(program, sandbox, init) {
  const { folder, home, env } = sandbox;
  const socket = join(home, 'emacs.sock');
  writeIn(join(home, '.emacs.d/init.el'), init);
  const args = [`--fg-daemon=${socket}`, '--load', probe];
  const { close } = await startListening(program, args, socket, sandbox);
  const client = dirname(program) === '.' ? 'emacsclient' : join(dirname(program), 'emacsclient');

  /**
   * @param {string} name
   * @param {...(string | number | undefined)} args `undefined` is left out
   */
  const ask = async (name, ...args) => {
    const call = `(probe ${[name, ...args].flatMap((value) => JSON.stringify(value) ?? []).join(' ')})`;
    const answer = await output(client, ['--socket-name', socket, '--eval', call], { cwd: folder, env });
    return JSON.parse(Buffer.from(answer.slice(1, -2), 'base64').toString());
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

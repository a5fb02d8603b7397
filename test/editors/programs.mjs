// The editors, and what their tests need on the machine.
import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} Program
 * @property {string} id as in `--only nvim`, and the name of the test file
 * @property {string} name
 * @property {string} command
 * @property {string} variable of the environment that names another program
 * @property {readonly [major: number, minor: number]} oldest version
 * @property {RegExp} version in the answer to `--version`
 * @property {readonly (readonly [what: string, command: string, ...args: string[]])[]} needs commands that must succeed; `%` is the program
 * @property {string} debian the packages of Debian 13 that have it all
 */

/** @type {readonly Program[]} */
export const PROGRAMS = [
  {
    id: 'nvim',
    name: 'Neovim',
    command: 'nvim',
    variable: 'PLAYBOOK_NVIM',
    oldest: [0, 10],
    version: /^NVIM v([\d.]+)/,
    needs: [],
    debian: 'neovim',
  },
  {
    id: 'emacs',
    name: 'Emacs',
    command: 'emacs',
    variable: 'PLAYBOOK_EMACS',
    oldest: [29, 1],
    version: /^GNU Emacs ([\d.]+)/,
    needs: [
      ['emacsclient', 'emacsclient', '--version'],
      ['markdown-mode', '%', '--batch', '--eval', "(require 'markdown-mode)"],
    ],
    debian: 'emacs-nox elpa-markdown-mode',
  },
  {
    id: 'helix',
    name: 'Helix',
    command: 'hx',
    variable: 'PLAYBOOK_HELIX',
    oldest: [25, 1],
    version: /^helix ([\d.]+)/,
    needs: [['tmux', 'tmux', '-V']],
    debian: 'hx tmux',
  },
];

/**
 * The program on this machine.
 *
 * @param {Program} wanted
 * @returns {{ program: string, version: string, missing?: undefined } | { missing: string }} `missing`: what, and where it comes from
 */
export function findProgram(wanted) {
  const { name, command, variable, oldest, version: pattern, needs, debian } = wanted;
  const program = process.env[variable] ?? command;
  const [, version] = pattern.exec(outputOf(program, '--version') ?? '') ?? [];
  const lacking = needs.filter(([, tool, ...args]) => outputOf(tool === '%' ? program : tool, ...args) === undefined);
  if (version !== undefined && isAtLeast(version, oldest) && lacking.length === 0) return { program, version };
  const found =
    version === undefined
      ? `${program} doesn't start`
      : lacking.length === 0
        ? `${program} is ${version}`
        : `${lacking.map(([what]) => what).join(' and ')} not found`;
  return {
    missing: `${found}. Needed: ${name} ${oldest.join('.')} or later, as ${command} on the PATH or in the variable ${variable}. On Debian 13: apt-get install ${debian}`,
  };
}

/**
 * @param {string} version
 * @param {readonly [number, number]} oldest
 */
export function isAtLeast(version, [major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/**
 * @param {string} program
 * @param {...string} args
 * @returns {string | undefined} `undefined`: it doesn't start, or fails
 */
function outputOf(program, ...args) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/**
 * The program for a test file, which isn't started without it.
 *
 * @param {string} id
 */
export function presentProgram(id) {
  const wanted = PROGRAMS.find((one) => one.id === id);
  const found = wanted === undefined ? { missing: id } : findProgram(wanted);
  if (found.missing !== undefined) throw new Error(found.missing);
  return found;
}

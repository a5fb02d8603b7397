// The folder and the settings that a test starts from, and how they are restored after another test has changed them.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} Scene
 * @property {string} folder on disk, open in the workbench
 * @property {() => void} restore makes the files of the folder what they were at the start
 *
 * @param {object} options
 * @param {string} options.source a folder to copy
 * @param {string} options.home an empty folder for the copies
 * @param {((own: string) => void) | undefined} options.prepare changes the copy before it is opened
 * @returns {Scene}
 */
export function createScene({ source, home, prepare }) {
  const folder = join(home, 'playbooks');
  cpSync(source, folder, { recursive: true });
  prepare?.(folder);
  const files = new Map(filesIn(folder).map((path) => [path, readFileSync(join(folder, path))]));
  return { folder, restore: () => restore(folder, files) };
}

/**
 * Only what differs is written, so that VS Code and the extension see few events.
 *
 * @param {string} folder
 * @param {ReadonlyMap<string, Buffer>} files
 */
function restore(folder, files) {
  for (const path of filesIn(folder)) if (!files.has(path)) rmSync(join(folder, path));
  for (const [path, content] of files) {
    const file = join(folder, path);
    if (existsSync(file) && readFileSync(file).equals(content)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/**
 * The paths of all files in it. No test writes to its repository, and VS Code does in its own time.
 *
 * @param {string} folder
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath.slice(folder.length), entry.name))
    .filter((path) => !/^[\\/]?\.git[\\/]/.test(path));
}

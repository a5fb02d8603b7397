// npm run test:editors: compares the problems in Neovim, Emacs and Helix with those of the command line, and edits pages there.
//
//   npm run test:editors                     all of them; fails if one is missing or too old
//   npm run test:editors -- --only nvim      one of them: nvim, emacs, helix; may be given again
//   npm run test:editors -- --allow-missing  those that are installed
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findProgram, PROGRAMS } from '../test/editors/programs.mjs';
import { installPackages } from './install.mjs';
import { nodeTests, passes } from './test/programs.mjs';
import { Run } from './test/run.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: PROGRAMS.map(({ id }) => id) },
    'allow-missing': { type: 'boolean', default: false },
  },
});
const chosen = PROGRAMS.filter(({ id }) => values.only.includes(id));
if (chosen.length < new Set(values.only).size)
  throw new Error(`The editors are ${PROGRAMS.map(({ id }) => id).join(', ')}`);
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await installPackages(root);
const run = new Run();
await run.step('Build', () => passes(['esbuild.js']));
for (const editor of chosen) {
  const { missing } = findProgram(editor);
  await run.step(editor.name, () => nodeTests([`test/editors/${editor.id}.test.mjs`], { skip: missing }));
  if (missing !== undefined && !values['allow-missing']) run.fail(`${editor.name}: ${missing}`);
}
process.exitCode = run.failed > 0 ? 1 : 0;
run.report();

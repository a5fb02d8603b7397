import { startNeovim } from './nvim.mjs';
import { isAtLeast, presentProgram } from './programs.mjs';
import { testEditor } from './scenarios.mjs';
import { codeUnder, PAGES, CONTENTS } from './support.mjs';

const { program, version } = presentProgram('nvim');
const settings = codeUnder('Settings in Neovim');

// Newer versions run the code for older ones, too.
for (const [heading, oldest] of /** @type {const} */ ([
  ['Neovim 0.10', [0, 10]],
  ['Neovim 0.11 or later', [0, 11]],
])) {
  const code = codeUnder(heading) + codeUnder('Commands in Neovim');
  if (isAtLeast(version, oldest))
    testEditor({
      name: `Neovim ${version}, with the code for ${heading}`,
      code,
      // The settings are to be added below `cmd`.
      codeWithSettings: code.replace(/^ *cmd = .*\n/m, (line) => line + settings),
      start: (sandbox, init) => startNeovim(program, sandbox, init),
      files: [...PAGES, CONTENTS],
      commands: true,
    });
}

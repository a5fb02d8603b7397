import { startEmacs } from './emacs.mjs';
import { presentProgram } from './programs.mjs';
import { testEditor } from './scenarios.mjs';
import { codeUnder, PAGES } from './support.mjs';

const { program, version } = presentProgram('emacs');
const code = codeUnder('Emacs') + codeUnder('Commands in Emacs');
testEditor({
  name: `Emacs ${version}`,
  code,
  codeWithSettings: code + codeUnder('Settings in Emacs'),
  start: (sandbox, init) => startEmacs(program, sandbox, init),
  files: PAGES,
  commands: true,
});

import { startHelix } from './helix.mjs';
import { presentProgram } from './programs.mjs';
import { testEditor } from './scenarios.mjs';
import { codeUnder, CONTENTS, PAGES } from './support.mjs';

const { program, version } = presentProgram('helix');
const code = codeUnder('Helix');
testEditor({
  name: `Helix ${version}`,
  code,
  codeWithSettings: code + codeUnder('Settings in Helix'),
  start: (sandbox, languages) => startHelix(program, sandbox, languages),
  files: [...PAGES, CONTENTS],
});

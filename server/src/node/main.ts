import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/index.js';
import { localDate, VERSION } from '../workspace/index.js';
import { nodeHost } from './node-host.js';

const HELP = `playbook-language-server: checks FastTrack playbooks in any editor that supports LSP

Usage: playbook-language-server --stdio

  --stdio      communicate over standard input and output
  --version    print the version
  --help       print this help
`;

/** The transport options. `--stdio` is for people; editor libraries use the others. */
const TRANSPORTS = /^--(?:stdio|node-ipc|socket|pipe)\b/;

function main(argv: readonly string[]): void {
  if (argv.includes('--help')) process.stdout.write(HELP);
  else if (argv.includes('--version')) process.stdout.write(`${VERSION}\n`);
  else if (argv.some((argument) => TRANSPORTS.test(argument))) {
    startServer(createConnection(), { host: nodeHost, today: () => localDate(new Date()), version: VERSION });
  } else {
    process.stderr.write(HELP);
    process.exitCode = 2;
  }
}

main(process.argv.slice(2));

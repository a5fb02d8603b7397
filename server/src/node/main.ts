import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/index.js';
import { formatterFor, localeOf } from '../messages/formatting/index.js';
import { DOCS_ON_THE_WEB, localDate, VERSION } from '../workspace/index.js';
import { helpText } from './help.js';
import { nodeHost } from './node-host.js';

/** The transport options. `--stdio` is for people; editor libraries use the others. */
const TRANSPORTS = /^--(?:stdio|node-ipc|socket|pipe)\b/;

function main(argv: readonly string[]): void {
  if (argv.includes('--help')) process.stdout.write(help());
  else if (argv.includes('--version')) process.stdout.write(`${VERSION}\n`);
  else if (argv.some((argument) => TRANSPORTS.test(argument))) {
    startServer(createConnection(), {
      host: nodeHost,
      today: () => localDate(new Date()),
      version: VERSION,
      // Where the project has no address, the pages in this package.
      docs: DOCS_ON_THE_WEB ?? new URL('../../docs/', pathToFileURL(__filename)).href,
    });
  } else {
    process.stderr.write(help());
    process.exitCode = 2;
  }
}

function help(): string {
  return helpText(formatterFor(localeOf(process.env)).format);
}

export * from './for-mcp.js';

if (require.main === module) main(process.argv.slice(2));

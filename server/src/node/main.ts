import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { connectionOptions, startServer, type ServerEnvironment } from '../lsp/index.js';
import { formatterFor, localeOf, type Formatter } from '../messages/formatting/index.js';
import { DOCS_ON_THE_WEB, localDate, VERSION } from '../workspace/index.js';
import { defaultCacheFolder, homeFolder } from '../cache/cache-folder.js';
import { stampOf } from '../disk/file-stamp.js';
import { helpText } from './help.js';
import { nodeHost } from './node-host.js';
import { TextFactsFiles } from './text-facts-files.js';

/** The transport options. `--stdio` is for people; editor libraries use the others. */
const TRANSPORTS = /^--(?:stdio|node-ipc|socket|pipe)\b/;

function main(argv: readonly string[]): void {
  if (argv.includes('--help')) process.stdout.write(help());
  else if (argv.includes('--version')) process.stdout.write(`${VERSION}\n`);
  else if (argv.some((argument) => TRANSPORTS.test(argument))) {
    startServer(createConnection(connectionOptions), {
      host: nodeHost,
      today: () => localDate(new Date()),
      formatterFor: ownFormatter,
      version: VERSION,
      // Where the project has no address, the pages in this package.
      docs: DOCS_ON_THE_WEB ?? new URL('../../docs/', pathToFileURL(__filename)).href,
      ...keptFacts(),
    });
  } else {
    process.stderr.write(help());
    process.exitCode = 2;
  }
}

/** Where the environment says so, the facts are kept in the folder of the command line. */
function keptFacts(): Pick<ServerEnvironment, 'texts'> {
  const folder = defaultCacheFolder(process.env, process.platform, homeFolder());
  if (folder === undefined) return {};
  // During development, the version stays the same.
  return { texts: new TextFactsFiles({ folder, key: `${VERSION} ${stampOf(__filename) ?? ''}` }) };
}

function help(): string {
  return helpText(ownFormatter(undefined, (failure) => process.stderr.write(`${failure}\n`)).format);
}

/** Without a wanted locale, that of the environment. The files with the translations are beside the bundle's folder. */
function ownFormatter(wanted: string | undefined, log: (failure: string) => void): Formatter {
  return formatterFor(wanted ?? localeOf(process.env), {
    read: (locale) => readFileSync(join(__dirname, '../locales', `${locale}.json`), 'utf8'),
    log,
  });
}

export * from './for-mcp.js';

if (require.main === module) main(process.argv.slice(2));

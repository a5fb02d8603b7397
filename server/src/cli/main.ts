import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatterFor, localeOf } from '../messages/formatting/index.js';
import { stampOf } from '../disk/file-stamp.js';
import { DOCS_ON_THE_WEB, localDate, VERSION } from '../workspace/index.js';
import { defaultCacheFolder } from './cache/cache-folder.js';
import { nodeGit } from './git/node-git.js';
import { githubStep } from './github-step.js';
import { nodeHost } from './node-host.js';
import { readStdin, sinkOf } from './node-streams.js';
import { localeOption } from './options.js';
import { rulePage } from './rule-pages.js';
import { run } from './run.js';

const argv = process.argv.slice(2);
const stderr = sinkOf(process.stderr);
const environment = {
  argv,
  cwd: process.cwd(),
  host: nodeHost,
  git: nodeGit,
  rulePage,
  stdin: readStdin,
  stdout: sinkOf(process.stdout),
  stderr,
  // Where the project has no address, the pages in this package.
  docs: DOCS_ON_THE_WEB ?? new URL('../docs/', pathToFileURL(__filename)).href,
  noColor: (process.env['NO_COLOR'] ?? '') !== '',
  format: formatterFor(localeOption(argv) ?? localeOf(process.env), {
    read: (locale) => readFileSync(join(__dirname, 'locales', `${locale}.json`), 'utf8'),
    log: (failure) => void stderr.write(`playbook-lint: ${failure}\n`),
  }).format,
  today: localDate(new Date()),
  now: Date.now,
  // In a bundle of its own, so that all other runs start without it.
  serveTools: async (folders: readonly string[]) => (await import('../mcp/main.js')).serveMcp(folders),
  cache: {
    folder: defaultCacheFolder(process.env, process.platform, homedir()),
    // During development, the version stays the same.
    program: `${VERSION} ${stampOf(__filename) ?? ''}`,
  },
  github: githubStep(process.env),
};

// Only sets the exit code. The program ends on its own when all output is written.
run(environment).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.exitCode = 2;
    void stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  },
);

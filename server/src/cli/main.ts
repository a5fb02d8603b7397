import { pathToFileURL } from 'node:url';
import { formatterFor, localeOf } from '../messages/formatting/index.js';
import { DOCS_ON_THE_WEB, localDate } from '../workspace/index.js';
import { nodeGit } from './git/node-git.js';
import { githubStep } from './github-step.js';
import { nodeHost } from './node-host.js';
import { readStdin, sinkOf } from './node-streams.js';
import { rulePage } from './rule-pages.js';
import { run } from './run.js';

const environment = {
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  host: nodeHost,
  git: nodeGit,
  rulePage,
  stdin: readStdin,
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  // Where the project has no address, the pages in this package.
  docs: DOCS_ON_THE_WEB ?? new URL('../docs/', pathToFileURL(__filename)).href,
  noColor: (process.env['NO_COLOR'] ?? '') !== '',
  format: formatterFor(localeOf(process.env)).format,
  today: localDate(new Date()),
  now: Date.now,
  // In a bundle of its own, so that all other runs start without it.
  serveTools: async (folders: readonly string[]) => (await import('../mcp/main.js')).serveMcp(folders),
  github: githubStep(process.env),
};

// Only sets the exit code. The program ends on its own when all output is written.
run(environment).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.exitCode = 2;
    void environment.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  },
);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatterFor, localeOf } from '../messages/formatting/index.js';
import { DOCS_ON_THE_WEB, localDate } from '../workspace/index.js';
import { nodeGit } from './git/node-git.js';
import { githubStep } from './github-step.js';
import { nodeHost } from './node-host.js';
import { readStdin, sinkOf } from './node-streams.js';
import { localeOption } from './options.js';
import { ruleHelpIn } from './rule-help-files.js';
import { run } from './run.js';

const argv = process.argv.slice(2);
const stderr = sinkOf(process.stderr);
const log = (failure: string) => void stderr.write(`playbook-lint: ${failure}\n`);
const { format, locale } = formatterFor(localeOption(argv) ?? localeOf(process.env), {
  read: (wanted) => readFileSync(join(__dirname, 'locales', `${wanted}.json`), 'utf8'),
  log,
});
const environment = {
  argv,
  cwd: process.cwd(),
  host: nodeHost,
  git: nodeGit,
  ruleHelp: ruleHelpIn(join(__dirname, 'rule-help'), locale, log),
  stdin: readStdin,
  stdout: sinkOf(process.stdout),
  stderr,
  // Where the project has no address, the pages in this package.
  docs: DOCS_ON_THE_WEB ?? new URL('../docs/', pathToFileURL(__filename)).href,
  noColor: (process.env['NO_COLOR'] ?? '') !== '',
  format,
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
    void stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  },
);

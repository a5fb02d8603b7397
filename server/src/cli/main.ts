import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasonOf } from '../disk/file-errors.js';
import { defineMessages, type Message } from '../messages/index.js';
import { formatterFor, localeOf } from '../messages/formatting/index.js';
import { stampOf } from '../disk/file-stamp.js';
import { DOCS_ON_THE_WEB, localDate, VERSION } from '../workspace/index.js';
import { defaultCacheFolder } from './cache/cache-folder.js';
import type { ExitCode } from './formats/report.js';
import { nodeGit } from './git/node-git.js';
import { githubStep } from './github-step.js';
import { nodeHost } from './node-host.js';
import { readStdin, sinkOf } from './node-streams.js';
import { localeOption } from './options.js';
import { ruleHelpIn } from './rule-help-files.js';
import { run } from './run.js';
import { tell } from './tell.js';

const texts = defineMessages('cli/main', {
  noFolder: {
    text: "The working directory can't be read: {reason}",
    note: '"reason" is a text such as "permission denied".',
  },
  noOutput: {
    text: "The output can't be written: {reason}",
    note: '"reason" is a text such as "the disk is full".',
  },
  systemError: { text: 'The run was stopped: {reason}', note: '"reason" is a text such as "too many files are open".' },
});

const argv = process.argv.slice(2);
/** During development, the version stays the same. */
const program = `${VERSION} ${stampOf(__filename) ?? ''}`;
let hasLostOutput = false;

/** Only sets the exit code. The program ends on its own when all output is written. */
function end(code: ExitCode): void {
  process.exitCode = hasLostOutput ? 2 : code;
}

const stderr = sinkOf(process.stderr, () => {
  hasLostOutput = true;
  end(2);
});
const stdout = sinkOf(process.stdout, (error) => {
  hasLostOutput = true;
  fail(texts.noOutput({ reason: reasonOf(error) }));
});
const log = (failure: string) => void stderr.write(`playbook-lint: ${failure}\n`);
const { format, locale } = formatterFor(localeOption(argv) ?? localeOf(process.env), {
  read: (wanted) => readFileSync(join(__dirname, 'locales', `${wanted}.json`), 'utf8'),
  log,
});

function fail(said: Message): void {
  void tell([said], { stderr, format });
  end(2);
}

/** A folder that was deleted while a shell is in it has no path. */
function workingDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch (error) {
    fail(texts.noFolder({ reason: reasonOf(error) }));
    return undefined;
  }
}

async function runIn(cwd: string): Promise<void> {
  try {
    end(
      await run({
        argv,
        cwd,
        host: nodeHost,
        git: nodeGit,
        ruleHelp: ruleHelpIn(join(__dirname, 'rule-help'), locale, log),
        stdin: readStdin,
        stdout,
        stderr,
        // Where the project has no address, the pages in this package.
        docs: DOCS_ON_THE_WEB ?? new URL('../docs/', pathToFileURL(__filename)).href,
        noColor: (process.env['NO_COLOR'] ?? '') !== '',
        format,
        today: localDate(new Date()),
        now: Date.now,
        // In a bundle of its own, so that all other runs start without it.
        serveTools: async (folders) => (await import('../mcp/main.js')).serveMcp(folders),
        cache: { folder: defaultCacheFolder(process.env, process.platform, homeFolder()), program, locale },
        github: githubStep(process.env),
      }),
    );
  } catch (error) {
    if (isSystemError(error)) return fail(texts.systemError({ reason: reasonOf(error) }));
    // A mistake in the program, which whoever fixes it wants to see where it is.
    void stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    end(2);
  }
}

/** A user of a container may have none. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    // Then nothing is kept for the next run.
    return '';
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

const cwd = workingDirectory();
if (cwd !== undefined) void runIn(cwd);

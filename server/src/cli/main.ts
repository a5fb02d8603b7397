/**
 * The command line as it starts: dist/cli.js. It prints what an earlier run printed if nothing has changed since, which
 * needs little code. For everything else it loads the engine, dist/engine.js, which has all of the core.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DOCS_ON_THE_WEB } from '../core/lint/docs-url.js';
import { VERSION } from '../core/lint/version.js';
import { stampOf } from '../disk/file-stamp.js';
import { localeOf } from '../messages/formatting/index.js';
import { localDate } from '../workspace/local-date.js';
import { defaultCacheFolder, homeFolder } from '../cache/cache-folder.js';
import { repeatedRun } from './cache/repeated-run.js';
import { damagedInstallation } from './damaged-installation.js';
import type { ExitCode } from './formats/report.js';
import { githubStep } from './github-step.js';
import type { Invocation } from './invocation.js';
import { lastValue } from './last-value.js';
import { sinkOf } from './node-streams.js';
import { optimizeLater } from './optimize-later.js';

const argv = process.argv.slice(2);
const locale = localeOf(process.env) ?? '';
const ENGINE = join(__dirname, 'engine.js');
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
  // Every further write fails as well.
  if (hasLostOutput) return;
  hasLostOutput = true;
  end(2);
  void engine().then((loaded) => loaded?.tellLostOutput(error, { argv, stderr }));
});

async function main(): Promise<ExitCode> {
  if (argv.length === 1 && ['--version', '-v'].includes(argv[0] ?? '')) return printVersion();
  let cwd;
  try {
    cwd = process.cwd();
  } catch (error) {
    // A folder that was deleted while a shell is in it has no path.
    return (await engine())?.tellNoFolder(error, { argv, stderr }) ?? 2;
  }
  const invocation = invocationIn(cwd);
  return (await repeatedRun(invocation)) ?? (await engine())?.runCommand(invocation) ?? 2;
}

async function printVersion(): Promise<ExitCode> {
  await stdout.write(`${VERSION}\n`);
  return 0;
}

/** Everything else that the program can do. If it can't be loaded, says so and returns `undefined`. */
async function engine(): Promise<typeof import('./engine.js') | undefined> {
  try {
    await optimizeLater();
    const loaded = await import('./engine.js');
    if (loaded.VERSION === VERSION) return loaded;
  } catch {
    // It is missing or damaged. Either way, only an installation helps.
  }
  await stderr.write(damagedInstallation(ENGINE, lastValue('--locale', argv) ?? locale));
  return undefined;
}

function invocationIn(cwd: string): Invocation {
  return {
    argv,
    cwd,
    stdout,
    stderr,
    noColor: (process.env['NO_COLOR'] ?? '') !== '',
    // Where the project has no address, the pages in this package.
    docs: DOCS_ON_THE_WEB ?? new URL('../docs/', pathToFileURL(__filename)).href,
    today: localDate(new Date()),
    cache: { folder: defaultCacheFolder(process.env, process.platform, homeFolder()), program: program(), locale },
    github: githubStep(process.env),
  };
}

/** During development, the version stays the same. */
function program(): string {
  return [VERSION, ...[__filename, ENGINE].map((file) => stampOf(file) ?? '')].join(' ');
}

void main().then(end, (error: unknown) => {
  // A mistake in the program, which whoever fixes it wants to see where it is.
  void stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  end(2);
});

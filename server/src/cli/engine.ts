/**
 * The command line except for its start: dist/engine.js, which dist/cli.js loads unless a command is repeated. It is also
 * the program of the threads that help to check many files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../disk/file-errors.js';
import { defineMessages, type Message } from '../messages/index.js';
import { closestLocale, formatterFor, localeOf, type Format } from '../messages/formatting/index.js';
import type { TranslationsInUse } from './cli-environment.js';
import type { ExitCode } from './formats/report.js';
import { nodeGit } from './git/node-git.js';
import type { Invocation } from './invocation.js';
import { nodeHost } from './node-host.js';
import { readStdin } from './node-streams.js';
import { localeOption } from './options.js';
import { ruleHelpIn } from './rule-help-files.js';
import { run } from './run.js';
import { tell } from './tell.js';
import { textSink } from './text-sink.js';
import { nodeThreads } from './threads/node-threads.js';
import { runThreadOfNode } from './threads/thread-main.js';

export { VERSION } from '../workspace/index.js';

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

/** What is known of a command before the working directory is. */
type Call = Pick<Invocation, 'argv' | 'stderr'>;

/** Runs any command. */
export async function runCommand(invocation: Invocation): Promise<ExitCode> {
  const { stderr } = invocation;
  const { format, locale, log, translations } = languageFor(invocation);
  try {
    return await run({
      ...invocation,
      host: nodeHost,
      git: nodeGit,
      ruleHelp: ruleHelpIn(join(__dirname, 'rule-help'), locale, log),
      stdin: readStdin,
      format,
      translations,
      threads: nodeThreads(__filename),
      now: Date.now,
      // In a bundle of its own, so that all other runs start without it.
      serveTools: async (folders) => (await import('../mcp/main.js')).serveMcp(folders),
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tell([texts.systemError({ reason: reasonOf(error) })], { stderr, format });
    return 2;
  }
}

/** Checks files for another thread of the program. */
export function runAsThread(): Promise<void> {
  return runThreadOfNode((task) => {
    // The main thread says what is wrong with the translations.
    const stderr = textSink(false, () => Promise.resolve());
    return { ...task, host: nodeHost, format: languageFor({ argv: task.argv, stderr }).format };
  });
}

/** Says that the working directory can't be read, and why. */
export async function tellNoFolder(error: unknown, call: Call): Promise<ExitCode> {
  return fail(texts.noFolder({ reason: reasonOf(error) }), call);
}

/** Says that standard output can't be written, and why. */
export async function tellLostOutput(error: Error, call: Call): Promise<ExitCode> {
  return fail(texts.noOutput({ reason: reasonOf(error) }), call);
}

async function fail(said: Message, call: Call): Promise<ExitCode> {
  await tell([said], { stderr: call.stderr, format: languageFor(call).format });
  return 2;
}

/** The language of the messages. What is wrong with its translations is logged. */
function languageFor({ argv, stderr }: Call): {
  readonly format: Format;
  readonly locale: string;
  readonly log: (failure: string) => void;
  readonly translations: TranslationsInUse;
} {
  let areFaulty = false;
  const log = (failure: string): void => {
    areFaulty = true;
    void stderr.write(`playbook-lint: ${failure}\n`);
  };
  const wanted = localeOption(argv) ?? localeOf(process.env);
  const pathOf = (locale: string): string => join(__dirname, 'locales', `${locale}.json`);
  const { format, locale } = formatterFor(wanted, { read: (name) => readFileSync(pathOf(name), 'utf8'), log });
  const file = pathOf(closestLocale(wanted ?? '') ?? locale);
  return { format, locale, log, translations: { file, areFaulty: () => areFaulty } };
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

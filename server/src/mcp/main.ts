import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { ToolContext } from '../agent-tools/index.js';
import { createFormatter, translationsIn } from '../messages/formatting/index.js';
import { nodeHost } from '../node/node-host.js';
import { helpIn } from '../shared/rule-help.js';
import { localDate, Workspace } from '../workspace/index.js';
import { ChangedFiles } from './changed-files.js';
import { playbookServer, type CallInTurn } from './playbook-server.js';
import { ValidMessages, type InvalidMessage } from './valid-messages.js';

/**
 * Serves the tools for agents over standard input and output, until standard input ends. `folders`: the absolute paths of
 * the workspace folders. The texts are English in every locale, because they are for models.
 */
export function serveMcp(folders: readonly string[]): Promise<void> {
  const uris = folders.map((folder) => pathToFileURL(folder).href);
  const workspace = new Workspace({ host: nodeHost, today, pause: () => setImmediate() });
  workspace.onDidFail((failure) => {
    if (failure.kind === 'error') log(failure.error);
  });
  workspace.setFolders(uris);
  const { inTurn, allDone } = turns(workspace, new ChangedFiles(uris, nodeHost));
  const input = inputUntil(allDone);
  return new Promise((done) => {
    serveStdio(
      () => {
        const server = playbookServer(inTurn);
        server.server.onclose = done;
        return server;
      },
      { transport: new StdioServerTransport(input, process.stdout), onerror: log },
    );
    input.once('end', done);
  });
}

/**
 * The messages of standard input. Its end is passed on when all calls are answered: at the end, the SDK drops the
 * answers that are left.
 */
function inputUntil(allDone: () => Promise<void>): ValidMessages {
  const input = new ValidMessages(refuse);
  process.stdin.pipe(input, { end: false });
  process.stdin.once('end', () => {
    // Also ends the last line.
    input.write('\n');
    void allDone().then(() => input.end());
  });
  return input;
}

function refuse({ reason, answer }: InvalidMessage): void {
  log(reason);
  if (answer !== undefined) process.stdout.write(`${JSON.stringify(answer)}\n`);
}

function today(): string {
  return localDate(new Date());
}

/** One call at a time, each with the current files: a call that checks a thousand pages needs much memory. */
function turns(
  workspace: Workspace,
  changedFiles: ChangedFiles,
): { readonly inTurn: CallInTurn; readonly allDone: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  let isReading = (): void => {};
  workspace.onDidProgress(() => isReading());
  const inTurn: CallInTurn = ({ signal, onStep }, call) => {
    const context: ToolContext = {
      workspace,
      today,
      format: createFormatter().format,
      ruleHelp,
      pause: async () => {
        onStep();
        await setImmediate();
        signal.throwIfAborted();
      },
    };
    const run = last.then(async () => {
      signal.throwIfAborted();
      isReading = onStep;
      workspace.filesChanged(await changedFiles.sinceLastTime());
      return call(context);
    });
    // The error belongs to the caller. The next call only waits.
    last = run.catch(() => {});
    return run;
  };
  const allDone = async (): Promise<void> => {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
      const before = last;
      await before;
      await setImmediate();
      if (last !== before) quiet = 0;
    }
  };
  return { inTurn, allDone };
}

/** So many turns of the event loop, at most, are between a message and its call, and between a result and its answer. */
const QUIET_TURNS = 20;

/** The help is in the package of the extension, and in that of the command line. */
async function ruleHelp(rule: string): Promise<string | undefined> {
  try {
    const english = translationsIn(await readFile(join(__dirname, 'rule-help/en.json'), 'utf8'));
    return helpIn(english, english, rule);
  } catch (error) {
    // The tool still gives the address of the page.
    log(error);
    return undefined;
  }
}

/** One line each. Standard output belongs to the protocol. */
function log(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`playbook-lint: ${text.replace(/\s+/g, ' ').slice(0, MAX_LOGGED)}\n`);
}

const MAX_LOGGED = 1000;

// The extension starts this file itself; the command line loads it.
if (require.main === module) void serveMcp(process.argv.slice(2));

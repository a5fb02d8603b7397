import { CodeLensRequest, type CodeLens } from 'vscode-languageserver';
import { tableCounts, type TableCounts } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';
import { openPlaybook } from '../session/open-page.js';

/** Shows the number of mandatory tasks above each task table. Off by default. */
export const codeLenses: Feature = {
  capability: () => ({ codeLensProvider: { resolveProvider: false } }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(CodeLensRequest.type, ({ textDocument }, token) =>
    runSafe<CodeLens[] | null>('code lenses', session.connection.console, token, null, async () => {
      const { codeLens } = await session.settings.of(textDocument.uri);
      const playbook = codeLens ? await openPlaybook(session, textDocument.uri, token) : undefined;
      if (playbook === undefined) return null;
      return tableCounts(playbook).map((counts) => ({
        range: session.positions.rangeOf(playbook.lines, counts.span),
        // A lens without an action has a command without a name.
        command: { title: titleOf(counts), command: '' },
      }));
    }),
  );
}

function titleOf({ tasks, mandatory, optional }: TableCounts): string {
  const unclear = tasks - mandatory - optional;
  return `${tasks} ${tasks === 1 ? 'task' : 'tasks'}: ${mandatory} mandatory, ${optional} optional${unclear === 0 ? '' : `, ${unclear} unclear`}`;
}

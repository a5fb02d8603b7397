import { CodeLensRequest, type CodeLens } from 'vscode-languageserver';
import { tableCounts, type TableCounts } from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';
import { openPlaybook } from '../session/open-page.js';

const texts = defineMessages('code-lenses', {
  counts: {
    text: '{tasks, plural, one {# task} other {# tasks}}: {mandatory, number} mandatory, {optional, number} optional',
    note: 'Above a table of tasks. "mandatory" and "optional" are numbers of tasks.',
  },
  countsWithUnclear: {
    text: '{tasks, plural, one {# task} other {# tasks}}: {mandatory, number} mandatory, {optional, number} optional, {unclear, number} unclear',
    note: 'Above a table of tasks. "unclear" is the number of tasks that are marked as neither mandatory nor optional.',
  },
});

/** Shows the number of mandatory tasks above each task table. Off by default. */
export const codeLenses: Feature = {
  capability: () => ({ codeLensProvider: { resolveProvider: false } }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(CodeLensRequest.type, ({ textDocument }, token) =>
    runSafe<CodeLens[] | null>('code lenses', session, token, null, async () => {
      const { codeLens } = await session.settings.of(textDocument.uri);
      const playbook = codeLens ? await openPlaybook(session, textDocument.uri, token) : undefined;
      if (playbook === undefined) return null;
      return tableCounts(playbook).map((counts) => ({
        range: session.positions.rangeOf(playbook.lines, counts.span),
        // A lens without an action has a command without a name.
        command: { title: session.format(titleOf(counts)), command: '' },
      }));
    }),
  );
}

function titleOf({ tasks, mandatory, optional }: TableCounts): Message {
  const unclear = tasks - mandatory - optional;
  return unclear === 0
    ? texts.counts({ tasks, mandatory, optional })
    : texts.countsWithUnclear({ tasks, mandatory, optional, unclear });
}

import { InlayHintRequest, type InlayHint } from 'vscode-languageserver';
import { lostTextIn } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';
import { openPlaybook } from '../session/open-page.js';

/** Shows in the text what a renderer would drop. Off by default. */
export const inlayHints: Feature = {
  capability: () => ({ inlayHintProvider: true }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(InlayHintRequest.type, ({ textDocument, range }, token) =>
    runSafe<InlayHint[] | null>('inlay hints', session, token, null, async () => {
      const { inlayHints } = await session.settings.of(textDocument.uri);
      const playbook = inlayHints ? await openPlaybook(session, textDocument.uri, token) : undefined;
      if (playbook === undefined) return null;
      const { lines } = playbook;
      const lost = lostTextIn(playbook, session.positions.spanOf(lines, range));
      return lost.map(({ offset, message }) => ({
        position: session.positions.positionAt(lines, offset),
        label: session.format(message),
        paddingLeft: true,
        paddingRight: true,
      }));
    }),
  );
}

import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type CancellationToken,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { alignTable, compactTable, tablesTouching } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { toTextEdits } from '../convert/to-lsp.js';
import { openPlaybook } from '../session/open-page.js';

/** Formats the tables of a playbook, and nothing else. A table that is partly in the range is formatted completely. */
export const formatting: Feature = {
  capability: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(DocumentFormattingRequest.type, ({ textDocument }, token) =>
    formatted(session, textDocument.uri, undefined, token),
  );
  session.connection.onRequest(DocumentRangeFormattingRequest.type, ({ textDocument, range }, token) =>
    formatted(session, textDocument.uri, range, token),
  );
}

/** `range`: `undefined` for the whole page. */
function formatted(
  session: Session,
  uri: string,
  range: Range | undefined,
  token: CancellationToken,
): Promise<TextEdit[] | null> {
  return runSafe<TextEdit[] | null>('formatting', session, token, null, async () => {
    const { formatTables: style } = await session.settings.of(uri);
    const playbook = await openPlaybook(session, uri, token);
    if (playbook === undefined || style === 'off') return null;
    const { lines } = playbook;
    const tables =
      range === undefined ? playbook.tables : tablesTouching(playbook, session.positions.spanOf(lines, range));
    const format = style === 'align' ? alignTable : compactTable;
    return toTextEdits(
      tables.flatMap((table) => format(playbook, table)),
      lines,
      session.positions,
    );
  });
}

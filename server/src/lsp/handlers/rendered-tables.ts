import { renderedTables as tablesOf } from '../../core/index.js';
import { renderedTablesMethod, type RenderedTablesParams, type RenderedTablesResult } from '../../protocol/index.js';
import { toRenderedTable } from '../convert/to-rendered-tables.js';
import type { Feature, FeatureContext } from '../feature.js';
import { openPlaybook } from '../session/open-page.js';
import { runSafe } from '../session/run-safe.js';

/** Returns the tables of an open page as each renderer displays them to our client. */
export const renderedTables: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection, documents } = session;
  connection.onRequest(renderedTablesMethod, ({ uri }: RenderedTablesParams, token) =>
    runSafe<RenderedTablesResult>('rendered tables', session, token, null, async () => {
      const playbook = await openPlaybook(session, uri, token);
      const version = documents.get(uri)?.version;
      return playbook === undefined || version === undefined
        ? null
        : {
            version,
            tables: tablesOf(playbook).map((table) => toRenderedTable(table, playbook.lines, session.format)),
          };
    }),
  );
}

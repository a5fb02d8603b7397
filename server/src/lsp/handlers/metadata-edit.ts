import {
  planMetadataEditMethod,
  type MetadataChange,
  type PlanMetadataEditParams,
  type PlanMetadataEditResult,
} from '../../protocol/index.js';
import { fromBase64 } from '../../shared/base64.js';
import { planForPages, type PagesPlan } from '../../workspace/index.js';
import { clientUri } from '../convert/places.js';
import { metadataSheetIn } from '../convert/sheet-files.js';
import type { Feature, FeatureContext } from '../feature.js';
import { Outdated } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { answered } from '../session/sheet-answers.js';
import { versionWith } from '../session/text-version.js';

/** Plans the changes of front matter in a file that our client's author edited. */
export const metadataEdit: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection, workspace } = session;
  connection.onRequest(planMetadataEditMethod, ({ fileName, base64 }: PlanMetadataEditParams, token) =>
    answered(session, 'plan metadata edit', token, async (): Promise<PlanMetadataEditResult> => {
      const sheet = metadataSheetIn(fileName, fromBase64(base64));
      const plan = await planForPages(workspace, sheet, () => token.isCancellationRequested);
      if (plan === undefined) return null;
      const problems = plan.problems.map(({ row, path, message }) => ({
        row,
        message: session.format(message),
        ...(path !== undefined && { file: path }),
      }));
      return { changes: changesIn(plan, session), problems };
    }),
  );
}

function changesIn({ changes, pages }: PagesPlan, session: Session): MetadataChange[] {
  return changes.flatMap(({ path: file, key, before, after, isDoubtful, edit: { span, newText } }) => {
    const page = pages.get(file);
    if (page === undefined) return [];
    const uri = clientUri(session, page.path);
    const oldText = page.text.slice(span.start, span.end);
    const version = versionWith(page.text, uri, session);
    if (version === undefined) throw new Outdated();
    return [
      {
        uri,
        file,
        key,
        before: before ?? null,
        after: after ?? null,
        isDoubtful,
        range: session.positions.rangeOf(page.lines, span),
        oldText,
        newText,
        version,
      },
    ];
  });
}

import {
  exportReportMethod,
  planMetadataEditMethod,
  reportMethod,
  type ExportReportParams,
  type ExportReportResult,
  type MetadataChange,
  type PlanMetadataEditParams,
  type PlanMetadataEditResult,
  type ReportParams,
  type ReportPlace,
  type ReportResult,
} from '../../protocol/index.js';
import { sortKeysOf } from '../../core/index.js';
import { planForPages, workspaceReport, type LinePlace, type PagesPlan } from '../../workspace/index.js';
import { fromBase64, toBase64 } from '../../shared/base64.js';
import { clientUri } from '../convert/places.js';
import type { Session } from '../session/session.js';
import { Outdated } from '../session/run-safe.js';
import { versionWith } from '../session/text-version.js';
import { answered } from '../session/sheet-answers.js';
import { metadataSheetIn, sheetFile } from '../convert/sheet-files.js';

/** Returns tables about the whole workspace, and plans the changes from an edited table. */
export function registerReports(session: Session): void {
  const { connection, workspace } = session;
  connection.onRequest(reportMethod, ({ kind }: ReportParams, token) =>
    answered(session, 'report', token, async (): Promise<ReportResult> => {
      const report = await workspaceReport(workspace, kind);
      if (report === undefined) return null;
      const { name, columns, rows } = report.sheet;
      return {
        title: name,
        columns,
        rows,
        sortKeys: sortKeysOf(report.sheet).map((keys) => keys ?? null),
        places: report.places.map((place) => toPlace(place, session)),
      };
    }),
  );
  connection.onRequest(exportReportMethod, ({ kind, format }: ExportReportParams, token) =>
    answered(session, 'export report', token, async (): Promise<ExportReportResult> => {
      const report = await workspaceReport(workspace, kind);
      return report === undefined ? null : { base64: toBase64(sheetFile(report.sheet, format)) };
    }),
  );
  connection.onRequest(planMetadataEditMethod, ({ fileName, base64 }: PlanMetadataEditParams, token) =>
    answered(session, 'plan metadata edit', token, async (): Promise<PlanMetadataEditResult> => {
      const plan = await planForPages(workspace, metadataSheetIn(fileName, fromBase64(base64)));
      if (plan === undefined) return null;
      const problems = plan.problems.map(({ row, path, message }) => ({
        row,
        message,
        ...(path !== undefined && { file: path }),
      }));
      return { changes: changesIn(plan, session), problems };
    }),
  );
}

function toPlace(place: LinePlace | undefined, session: Session): ReportPlace | null {
  return place === undefined ? null : { uri: clientUri(session, place.path), line: place.line };
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

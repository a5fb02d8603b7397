import { sortKeysOf } from '../../core/index.js';
import {
  exportReportMethod,
  reportMethod,
  type ExportReportParams,
  type ExportReportResult,
  type ReportParams,
  type ReportPlace,
  type ReportResult,
} from '../../protocol/index.js';
import { toBase64 } from '../../shared/base64.js';
import { workspaceReport, type LinePlace } from '../../workspace/index.js';
import { clientUri } from '../convert/places.js';
import { sheetFile } from '../convert/sheet-files.js';
import { shownSheet } from '../convert/shown-sheet.js';
import type { Feature, FeatureContext } from '../feature.js';
import type { Session } from '../session/session.js';
import { answered } from '../session/sheet-answers.js';

/** Returns tables about the whole workspace to our client: to show them, and as files. */
export const reports: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection, workspace } = session;
  connection.onRequest(reportMethod, ({ kind }: ReportParams, token) =>
    answered(session, 'report', token, async (): Promise<ReportResult> => {
      const report = await workspaceReport(workspace, kind, { isCancelled: () => token.isCancellationRequested });
      if (report === undefined) return null;
      return {
        title: report.sheet.name,
        ...shownSheet(report.sheet, kind, session.format),
        sortKeys: sortKeysOf(report.sheet).map((keys) => keys ?? null),
        places: report.places.map((place) => toPlace(place, session)),
      };
    }),
  );
  connection.onRequest(exportReportMethod, ({ kind, format }: ExportReportParams, token) =>
    answered(session, 'export report', token, async (): Promise<ExportReportResult> => {
      const report = await workspaceReport(workspace, kind, { isCancelled: () => token.isCancellationRequested });
      return report === undefined ? null : { base64: toBase64(sheetFile(report.sheet, format)) };
    }),
  );
}

function toPlace(place: LinePlace | undefined, session: Session): ReportPlace | null {
  return place === undefined ? null : { uri: clientUri(session, place.path), line: place.line };
}

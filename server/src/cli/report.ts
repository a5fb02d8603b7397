import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { translationReport, type Sheet } from '../core/index.js';
import { defineMessages, type Message } from '../messages/index.js';
import { writeCsv, writeXlsx } from '../sheets/index.js';
import { uriOf, workspaceReport, type ReportPaths } from '../workspace/index.js';
import { printTranslationCounts, printTranslationReport } from './print-translations.js';
import type { Checker } from './checker.js';
import type { CliEnvironment } from './cli-environment.js';
import { unwritable } from './file-texts.js';
import type { ReportName } from './options.js';

const texts = defineMessages('cli/report', {
  noFolder: "No folder to report on, or the folder can't be listed",
  written: {
    text: 'Report written to "{path}": {rows, plural, one {# row} other {# rows}}',
    note: '"path" is a file.',
  },
});

/** What to say about a report. */
export interface WrittenReport {
  readonly failures: readonly Message[];
  /** Where the report is. */
  readonly notes: readonly Message[];
}

const PRINTED: WrittenReport = { failures: [], notes: [] };

/** Explains a missing report if no other message does. */
export const noReport: Message = texts.noFolder;

/** Prints a report about the whole workspace, or writes it to a file. `undefined` without a folder to report on. */
export async function writeReport(
  name: ReportName,
  output: string | undefined,
  checker: Checker,
  { cwd, host, stdout }: CliEnvironment,
): Promise<WrittenReport | undefined> {
  const report = await workspaceReport(checker.workspace, name, { paths: pathsFrom(checker) });
  if (report === undefined) return undefined;
  if (output === undefined) {
    if (name === 'translations') await stdout.write(printedTranslations(checker));
    else await stdout.writeData(writeCsv(report.sheet, { byteOrderMark: false }));
    return PRINTED;
  }
  try {
    await host.write(resolve(cwd, output), bytesOf(report.sheet, output));
    return { ...PRINTED, notes: [texts.written({ path: output, rows: report.sheet.rows.length })] };
  } catch (error) {
    return { ...PRINTED, failures: [unwritable(output, error)] };
  }
}

/** The paths of all reports start from the working directory, as everywhere on the command line. */
function pathsFrom(checker: Checker): ReportPaths {
  return { shown: (path) => checker.pathOf(fileURLToPath(uriOf(path))), fileShownAs: () => undefined };
}

function bytesOf(sheet: Sheet, output: string): Uint8Array {
  return /\.xlsx$/i.test(output) ? writeXlsx([sheet]) : new TextEncoder().encode(writeCsv(sheet));
}

function printedTranslations(checker: Checker): string {
  const { shown } = pathsFrom(checker);
  return printTranslationReport(translationReport(checker.workspace.index), shown, checker.format);
}

/** Only the numbers, for the end of a check; empty without translations. */
export function translationCounts({ workspace, format }: Checker): string {
  return workspace.isIndexed ? printTranslationCounts(translationReport(workspace.index), format) : '';
}

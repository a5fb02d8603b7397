import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { translationReport, type FilePath, type Sheet } from '../core/index.js';
import { defineMessages, type Message } from '../messages/index.js';
import { writeCsv, writeXlsx } from '../sheets/index.js';
import { uriOf, workspaceReport } from '../workspace/index.js';
import { printTranslationCounts, printTranslationReport } from './print-translations.js';
import type { Checker } from './checker.js';
import type { CliEnvironment } from './cli-environment.js';
import { reasonOf } from '../disk/file-errors.js';
import { fileTexts } from './file-texts.js';
import type { ReportName } from './options.js';

const texts = defineMessages('cli/report', {
  noFolder: "No folder to report on, or the folder can't be listed",
});

/** Prints a report about the whole workspace, or writes it to a file. Returns the error message, if any. */
export async function writeReport(
  name: ReportName,
  output: string | undefined,
  checker: Checker,
  { cwd, host, stdout }: CliEnvironment,
): Promise<Message | undefined> {
  const report = await workspaceReport(checker.workspace, name);
  if (report === undefined) return texts.noFolder;
  if (output === undefined) {
    if (name === 'translations') await stdout.write(printedTranslations(checker));
    else await stdout.writeData(writeCsv(report.sheet, { byteOrderMark: false }));
    return undefined;
  }
  try {
    await host.write(resolve(cwd, output), bytesOf(report.sheet, output));
    return undefined;
  } catch (error) {
    return fileTexts.unwritable({ path: output, reason: reasonOf(error) });
  }
}

function bytesOf(sheet: Sheet, output: string): Uint8Array {
  return /\.xlsx$/i.test(output) ? writeXlsx([sheet]) : new TextEncoder().encode(writeCsv(sheet));
}

function printedTranslations(checker: Checker): string {
  const relative = (path: FilePath): string => checker.pathOf(fileURLToPath(uriOf(path)));
  return printTranslationReport(translationReport(checker.workspace.index), relative, checker.format);
}

/** Only the numbers, for the end of a check; empty without translations. */
export function translationCounts({ workspace, format }: Checker): string {
  return workspace.isIndexed ? printTranslationCounts(translationReport(workspace.index), format) : '';
}

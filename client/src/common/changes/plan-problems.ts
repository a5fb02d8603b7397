import { commands, l10n, window, type LogOutputChannel } from 'vscode';

/** What an edited table asks for, as far as people have to be told. */
export interface SheetPlan {
  readonly changes: readonly unknown[];
  readonly problems: readonly SheetProblem[];
}

export interface SheetProblem {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly file?: string;
  readonly message: string;
}

/** Tells what of the plan can not be applied: the first problem in a message, all of them in the log. */
export function tellProblems({ changes, problems }: SheetPlan, log: LogOutputChannel): void {
  for (const { row, file, message } of problems)
    log.warn(`Row ${row}${file === undefined ? '' : `, ${file}`}: ${message}`);
  if (problems.length > 0) void tellWithLog(window.showWarningMessage, problemsText({ changes, problems }));
}

/** Shows a message with a way to the log. */
export async function tellWithLog(
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  message: string,
): Promise<void> {
  const showLog = l10n.t('Show Log');
  if ((await show(message, showLog)) === showLog) await commands.executeCommand('playbook.showLog');
}

/** What can not be applied, and what goes on all the same. */
function problemsText({ problems: [first, ...others], changes }: SheetPlan): string {
  const what = first === undefined ? '' : l10n.t('Row {0}: {1}.', first.row, first.message);
  const more = others.length === 0 ? '' : ` ${l10n.t('More problems: {0}.', others.length)}`;
  const rest = changes.length === 0 ? l10n.t('Nothing was applied.') : l10n.t('All other changes are in the preview.');
  return `${what}${more} ${rest}`;
}

import { commands, l10n, window, type LogOutputChannel } from 'vscode';

/** The part of a plan that authors see. */
export interface SheetPlan {
  readonly changes: readonly unknown[];
  readonly problems: readonly SheetProblem[];
}

export interface SheetProblem {
  /** As numbered in the spreadsheet. */
  readonly row: number;
  readonly file?: string;
  readonly message: string;
}

/** Reports what can't be applied: the first problem in a message, all problems in the log. */
export function showProblems({ changes, problems }: SheetPlan, log: LogOutputChannel): void {
  for (const { row, file, message } of problems)
    log.warn(`Row ${row}${file === undefined ? '' : `, ${file}`}: ${message}`);
  if (problems.length > 0) void showWithLogButton(window.showWarningMessage, problemsText({ changes, problems }));
}

/** Shows a message with a button that opens the log. */
export async function showWithLogButton(
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  message: string,
): Promise<void> {
  const showLog = l10n.t('Show Log');
  if ((await show(message, showLog)) === showLog) await commands.executeCommand('playbook.showLog');
}

/** What can't be applied, and what happens to the rest. */
function problemsText({ problems: [first, ...others], changes }: SheetPlan): string {
  const what = first === undefined ? '' : l10n.t('Row {0}: {1}.', first.row, first.message);
  const more = others.length === 0 ? '' : ` ${l10n.t('More problems: {0}.', others.length)}`;
  const rest = changes.length === 0 ? l10n.t('Nothing was applied.') : l10n.t('All other changes are in the preview.');
  return `${what}${more} ${rest}`;
}

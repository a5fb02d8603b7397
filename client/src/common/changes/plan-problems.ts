import { commands, window, type LogOutputChannel } from 'vscode';
import { defineTexts } from '../texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('plan-problems', {
  nothingApplied: {
    text: '{others, plural, =0 {Row {row}: {problem}. Nothing was applied.} one {Row {row}: {problem}. There is # more problem. Nothing was applied.} other {Row {row}: {problem}. There are # more problems. Nothing was applied.}}',
    note: '{problem} is a sentence about a row of a spreadsheet, without a full stop.',
  },
  othersInPreview: {
    text: '{others, plural, =0 {Row {row}: {problem}. All other changes are in the preview.} one {Row {row}: {problem}. There is # more problem. All other changes are in the preview.} other {Row {row}: {problem}. There are # more problems. All other changes are in the preview.}}',
    note: '{problem} is a sentence about a row of a spreadsheet, without a full stop.',
  },
});

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
  const [first, ...others] = problems;
  if (first === undefined) return;
  const text = changes.length === 0 ? texts.nothingApplied : texts.othersInPreview;
  void showWithLogButton(
    window.showWarningMessage,
    text({ row: first.row, problem: first.message, others: others.length }),
  );
}

/** Shows a message with a button that opens the log. */
export async function showWithLogButton(
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  message: string,
): Promise<void> {
  const choice = await show(message, sharedTexts.showLog);
  if (choice === sharedTexts.showLog) await commands.executeCommand('playbook.showLog');
}

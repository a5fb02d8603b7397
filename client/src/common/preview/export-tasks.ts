import { env, Uri, window } from 'vscode';
import { taskFileMethod, type TaskFileParams, type TaskFileResult } from '../../../../server/src/protocol';
import { reported } from '../commands/reported';
import { fromBase64 } from '../../../../server/src/shared/base64';
import { targetNamed, writeFile } from '../files/written-file';
import type { ServerLifecycle } from '../server-lifecycle';
import type { PreviewFormat, TaskPreview } from '../../../webviews/preview/protocol/messages';
import { taskSheet } from './task-sheet';
import { defineTexts, format as formatMessage } from '../texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('export-tasks', {
  notCopied: "An Excel workbook can't be copied. Save it as a file, or copy the tasks as Excel cells.",
  exportAs: { text: 'Export tasks as', note: 'Above a list of file formats.' },
  toClipboard: { text: 'to the clipboard', note: 'Next to a format in a list: the tasks are copied in this format.' },
  markdownTable: { text: 'Markdown table', note: 'A format in a list.' },
  excelCells: { text: 'Excel cells', note: 'A format in a list.' },
  saveTitle: { text: 'Export Tasks', note: 'The title of a dialog that saves a file.' },
  copiedAsCells: '{count, plural, one {# task copied as Excel cells.} other {# tasks copied as Excel cells.}}',
  copiedAsTable:
    '{count, plural, one {# task copied as a Markdown table.} other {# tasks copied as a Markdown table.}}',
  copied: {
    text: '{count, plural, one {# task copied as {format}.} other {# tasks copied as {format}.}}',
    note: '{format} is CSV or JSON.',
  },
});

/** What to export, and where. */
export interface TaskExport {
  readonly format: PreviewFormat;
  readonly target: 'file' | 'clipboard';
  /** Indices in the preview, in output order; `null`: all. */
  readonly rows: readonly number[] | null;
  /** The file to write; the author is asked if it is missing. */
  readonly file?: Uri;
}

/**
 * Writes tasks to a file or to the clipboard, and asks for what `choice` doesn't specify. Returns a message for the
 * author, if any.
 */
export async function exportTasks(
  server: ServerLifecycle,
  preview: TaskPreview,
  choice: Partial<TaskExport>,
): Promise<string | undefined> {
  const form = await formFor(choice);
  if (form === undefined) return undefined;
  const { format, target } = form;
  if (target === 'clipboard' && format === 'xlsx') return texts.notCopied;
  const sheet = taskSheet(preview, choice.rows ?? null, formatMessage);
  const file = target === 'file' ? (choice.file ?? (await pickTarget(preview, format))) : undefined;
  if (target === 'file' && file === undefined) return undefined;
  const made = await reported(() =>
    server.request<TaskFileResult>(taskFileMethod, { sheet, format } satisfies TaskFileParams),
  );
  if (made === undefined) return undefined;
  const { base64 } = made;
  if (file === undefined) return copy(base64, format, sheet.rows.length);
  // VS Code shows a message and offers to open the file.
  await writeFile(file, { base64, isText: format !== 'xlsx' });
  return undefined;
}

/** Parses the argument of the command, which can be anything. */
export function taskExportOf(argument: unknown): Partial<TaskExport> {
  if (typeof argument !== 'object' || argument === null) return {};
  const { format, target, file } = argument as {
    readonly format?: unknown;
    readonly target?: unknown;
    readonly file?: unknown;
  };
  const known = FORMATS.find((one) => one === format);
  return {
    ...(known !== undefined && { format: known }),
    ...((target === 'file' || target === 'clipboard') && { target }),
    ...(file instanceof Uri && { file }),
  };
}

const FORMATS: readonly PreviewFormat[] = ['xlsx', 'csv', 'tsv', 'json', 'markdown'];

type Form = Pick<TaskExport, 'format' | 'target'>;

async function formFor({ format, target }: Partial<TaskExport>): Promise<Form | undefined> {
  if (format !== undefined) return { format, target: target ?? 'file' };
  const forms = forPeople().filter((form) => target === undefined || form.target === target);
  return window.showQuickPick(forms, { placeHolder: texts.exportAs });
}

function forPeople(): (Form & { readonly label: string; readonly description: string })[] {
  return [
    { label: sharedTexts.excelWorkbook, description: '.xlsx', format: 'xlsx', target: 'file' },
    { label: 'CSV', description: '.csv', format: 'csv', target: 'file' },
    { label: 'JSON', description: '.json', format: 'json', target: 'file' },
    { label: texts.markdownTable, description: '.md', format: 'markdown', target: 'file' },
    { label: texts.excelCells, description: texts.toClipboard, format: 'tsv', target: 'clipboard' },
    { label: texts.markdownTable, description: texts.toClipboard, format: 'markdown', target: 'clipboard' },
  ];
}

function pickTarget(preview: TaskPreview, format: PreviewFormat): Thenable<Uri | undefined> {
  const suffix = format === 'markdown' ? 'md' : format;
  const kind = format === 'xlsx' ? sharedTexts.excelWorkbook : suffix.toUpperCase();
  return window.showSaveDialog({
    title: texts.saveTitle,
    filters: { [kind]: [suffix] },
    ...targetNamed(`${fileNameFor(preview)}.${suffix}`),
  });
}

/** Named after the page of the tasks. */
function fileNameFor({ version, pages: [page] }: TaskPreview): string {
  if (version === null || page === undefined) return 'playbook-tasks';
  return `${page.file.replace(/^.*[/\\]/s, '').replace(/\.(?:md|markdown)$/i, '')}-tasks`;
}

async function copy(base64: string, format: PreviewFormat, count: number): Promise<string> {
  // The decoder removes the byte order mark, which is only for files.
  await env.clipboard.writeText(new TextDecoder().decode(fromBase64(base64)));
  return copiedText(format, count);
}

function copiedText(format: PreviewFormat, count: number): string {
  switch (format) {
    case 'tsv':
      return texts.copiedAsCells({ count });
    case 'markdown':
      return texts.copiedAsTable({ count });
    default:
      return texts.copied({ count, format: format.toUpperCase() });
  }
}

import { env, l10n, Uri, window } from 'vscode';
import { taskFileMethod, type TaskFileParams, type TaskFileResult } from '../../../../server/src/protocol';
import { reported } from '../commands/reported';
import { fromBase64 } from '../../../../server/src/shared/base64';
import { targetNamed, writeFile } from '../files/written-file';
import type { ServerLifecycle } from '../server-lifecycle';
import type { PreviewFormat, TaskPreview } from '../../../webviews/preview/protocol/messages';
import { taskSheet } from './task-sheet';

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
  if (target === 'clipboard' && format === 'xlsx')
    return l10n.t("An Excel workbook can't be copied. Save it as a file, or copy the tasks as Excel cells.");
  const sheet = taskSheet(preview, choice.rows ?? null);
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
  return window.showQuickPick(forms, { placeHolder: l10n.t('Export tasks as') });
}

function forPeople(): (Form & { readonly label: string; readonly description: string })[] {
  const copied = l10n.t('to the clipboard');
  return [
    { label: l10n.t('Excel workbook'), description: '.xlsx', format: 'xlsx', target: 'file' },
    { label: 'CSV', description: '.csv', format: 'csv', target: 'file' },
    { label: 'JSON', description: '.json', format: 'json', target: 'file' },
    { label: l10n.t('Markdown table'), description: '.md', format: 'markdown', target: 'file' },
    { label: l10n.t('Excel cells'), description: copied, format: 'tsv', target: 'clipboard' },
    { label: l10n.t('Markdown table'), description: copied, format: 'markdown', target: 'clipboard' },
  ];
}

function pickTarget(preview: TaskPreview, format: PreviewFormat): Thenable<Uri | undefined> {
  const suffix = format === 'markdown' ? 'md' : format;
  const kind = format === 'xlsx' ? l10n.t('Excel workbook') : suffix.toUpperCase();
  return window.showSaveDialog({
    title: l10n.t('Export Tasks'),
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
  const form = copiedAs(format);
  return count === 1 ? l10n.t('1 task copied as {0}.', form) : l10n.t('{0} tasks copied as {1}.', count, form);
}

function copiedAs(format: PreviewFormat): string {
  switch (format) {
    case 'tsv':
      return l10n.t('Excel cells');
    case 'markdown':
      return l10n.t('a Markdown table');
    default:
      return format.toUpperCase();
  }
}

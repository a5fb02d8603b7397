import * as z from 'zod/mini';
import {
  applyEdits,
  insertRow,
  isRefusal,
  LineMap,
  summarize,
  withKnownValues,
  withMarkedName,
  type Playbook,
  type TaskTexts,
  type TextEdit,
} from '../../core/index.js';
import { filePathOf, uriOf, type CheckResult, type Workspace } from '../../workspace/index.js';
import { MAX_PROBLEMS, MAX_TEXT, MAX_VALUES } from '../limits.js';
import { rangeOf, shownProblems } from '../problems.js';
import * as schemas from '../schemas.js';
import { defineTool, ToolError } from '../tool.js';
import { WorkspacePages } from '../workspace-pages.js';

export const insertTaskRow = defineTool({
  name: 'insert_task_row',
  title: 'Insert a task row',
  description:
    'Returns the edit that inserts a task into a task table, in the layout of the table and the words of the page. If the task is known in the workspace, omitted values are filled in. Nothing is changed: apply the edit to the page yourself, then check it.',
  input: z.strictObject({
    path: z.optional(schemas.words('The path of the page in the workspace')),
    text: z.optional(
      z
        .string()
        .check(z.maxLength(MAX_TEXT), z.describe('The current text of the page; the text of the file if omitted')),
    ),
    afterTask: z.optional(schemas.words('Insert the row after the task with this ID')),
    afterLine: z.optional(
      z
        .int()
        .check(
          z.minimum(1),
          z.describe('Or: insert the row after this line, or at the end of the task table of the step around it'),
        ),
    ),
    task: z.strictObject({
      id: schemas.words('The task ID'),
      name: z.optional(schemas.words('In the language of the page')),
      letter: z.optional(schemas.words('mandatory, optional, or a letter of the language')),
      roles: z.optional(z.array(schemas.words('A word of any language, or an ID')).check(z.maxLength(MAX_VALUES))),
      services: z.optional(z.array(schemas.words('A word of any language, or an ID')).check(z.maxLength(MAX_VALUES))),
    }),
  }),
  output: schemas.result({
    edits: z.array(schemas.edit).check(z.describe('All edits refer to the given text and do not overlap')),
    newLines: z.array(z.string()).check(z.describe('The lines that the edits add, as they are after the edits')),
    firstNewLine: z.int().check(z.describe('The line number of the first of them after the edits, starting at 1')),
    filledIn: z.array(z.string()).check(z.describe('The values that were not given and come from the workspace')),
    problems: z.array(schemas.problem).check(z.describe('The problems on the new lines after the edits')),
  }),
  async run(context, { path, text, afterTask, afterLine, task }) {
    const pages = await WorkspacePages.of(context);
    const playbook = await playbookAt(context.workspace, pages, { path, text });
    const known = filled(task, playbook, context.workspace);
    const result = insertRow(playbook, offsetAfter(playbook, afterTask, afterLine), known.texts);
    if (isRefusal(result)) throw new ToolError(context.format(result.refused));
    const newText = applyEdits(playbook.text, result.edits);
    const lines = LineMap.of(newText);
    const added = addedLines(result.edits, newText, lines);
    const check = await context.workspace.recheck({ playbook }, newText);
    const found = problemsOn(check, added).map((problem) => ({ page: undefined, lines, problem }));
    return {
      edits: result.edits.map(({ span, newText: inserted }) => ({
        range: rangeOf(playbook.lines, span),
        newText: inserted,
      })),
      newLines: added.texts,
      firstNewLine: added.first + 1,
      filledIn: known.filledIn,
      problems: shownProblems(found, MAX_PROBLEMS, { pages, format: context.format }).map(({ reported }) => reported),
      warnings: [
        ...pages.warnings,
        ...result.leftOut.map((column) => `The table doesn't have the column ${context.format(column)}`),
      ],
    };
  },
});

async function playbookAt(
  workspace: Workspace,
  pages: WorkspacePages,
  { path, text }: { readonly path?: string | undefined; readonly text?: string | undefined },
): Promise<Playbook> {
  if (path === undefined && text === undefined) throw new ToolError('Specify the path of a page, its text, or both');
  const page = text === undefined ? pages.page(path ?? '') : undefined;
  const uri = page === undefined ? pages.address(path) : uriOf(page.path);
  const { playbook } = await workspace.checkDraft(uri, text ?? page?.text ?? '');
  if (playbook === undefined) throw new ToolError('This page is not a playbook, or the configuration ignores it');
  return playbook;
}

interface WantedTask {
  readonly id: string;
  readonly name?: string | undefined;
  readonly letter?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly services?: readonly string[] | undefined;
}

/** The values of the new row: those that are given, otherwise those of the same task on other pages. */
function filled(
  { id, name, letter, roles, services }: WantedTask,
  playbook: Playbook,
  { index }: Workspace,
): { readonly texts: TaskTexts; readonly filledIn: string[] } {
  const around = { index, path: filePathOf(playbook.uri) };
  const given: TaskTexts & { readonly taskId: string } = {
    taskId: id,
    ...(name !== undefined && { taskName: name }),
    ...(letter !== undefined && { mo: letter }),
    ...(roles !== undefined && { roles }),
    ...(services !== undefined && { services }),
  };
  const texts = withKnownValues(given, playbook, around);
  const filledIn = [
    ...(name === undefined && texts.taskName !== undefined ? ['name'] : []),
    ...(letter === undefined && texts.mo !== undefined ? ['letter'] : []),
    ...(roles === undefined && texts.roles !== undefined && texts.roles.length > 0 ? ['roles'] : []),
    ...(services === undefined && texts.services !== undefined && texts.services.length > 0 ? ['services'] : []),
  ];
  return { texts: withMarkedName(texts, playbook, around), filledIn };
}

function offsetAfter(playbook: Playbook, task: string | undefined, line: number | undefined): number {
  const { lines } = playbook;
  if (task !== undefined && line !== undefined) throw new ToolError('Specify either afterTask or afterLine, not both');
  if (task === undefined) {
    if (line === undefined) throw new ToolError('Specify afterTask or afterLine');
    if (line > lines.lineCount) throw new ToolError(`The page has no line ${line}`);
    return lines.startOf(line - 1);
  }
  const { tasks } = summarize(filePathOf(playbook.uri), playbook);
  const row = tasks.find(({ value }) => value.id.value === task);
  if (row === undefined) throw new ToolError(`No task table of the page has the task "${task}"`);
  return row.start + row.value.id.span.start;
}

interface AddedLines {
  readonly first: number;
  readonly texts: string[];
}

/** The whole lines that the edits write. */
function addedLines(edits: readonly TextEdit[], text: string, lines: LineMap): AddedLines {
  const [edit] = edits;
  if (edit === undefined) return { first: 0, texts: [] };
  const { length } = edit.newText;
  const leading = length - edit.newText.trimStart().length;
  const first = lines.lineAt(edit.span.start + leading);
  const last = lines.lineAt(edit.span.start + edit.newText.trimEnd().length);
  const texts = [];
  for (let line = first; line <= last; line++) {
    const { start, end } = lines.lineSpan(line);
    texts.push(text.slice(start, end));
  }
  return { first, texts };
}

function problemsOn(check: CheckResult | undefined, { first, texts }: AddedLines) {
  return (check?.problems ?? []).filter(({ span }) => {
    const line = check?.lines.lineAt(span.start) ?? -1;
    return line >= first && line < first + texts.length;
  });
}

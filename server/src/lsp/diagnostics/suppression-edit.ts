import { applyEdits, isOutside, suppressionsIn, type Playbook, type Problem, type TextEdit } from '../../core/index.js';
import { isRuleProblem, type CheckResult, type Workspace } from '../../workspace/index.js';

/** What a comment applies to. `line`: this line or the next one. */
export type SuppressionScope = 'line' | 'file';

/**
 * The edit that adds a comment to suppress `problem`, without any other effect for readers or rules; `undefined` if
 * there is no such place.
 *
 * A comment is suggested only after it was tried: the problem disappears, no other appears, and the page still has the
 * same tables and headings.
 */
export async function suppressionEdit(
  problem: Problem,
  check: CheckResult,
  workspace: Workspace,
  scope: SuppressionScope = 'line',
): Promise<TextEdit | undefined> {
  const { playbook } = check;
  if (playbook === undefined || !isRuleProblem(problem)) return undefined;
  for (const edit of scope === 'line' ? lineCandidates(problem, playbook) : fileCandidates(problem, playbook)) {
    const after = await workspace.recheck(check, applyEdits(check.text, [edit]));
    if (after?.playbook === undefined || shapeOf(after.playbook) !== shapeOf(playbook)) continue;
    if (silences(problem, check.problems, after.problems)) return edit;
  }
  return undefined;
}

/** Possible comments for the line of the problem, best first. */
function lineCandidates(problem: Problem, playbook: Playbook): TextEdit[] {
  const { lines, frontMatter, text } = playbook;
  const line = lines.lineAt(problem.span.start);
  const { start, end } = lines.lineSpan(line);
  const source = text.slice(start, end);
  if (frontMatter !== undefined && start < frontMatter.span.end && end > frontMatter.span.start) {
    const isFence = start < frontMatter.content.start || start >= frontMatter.content.end;
    return isFence || spansLines(playbook, start, end)
      ? []
      : [insertion(start + source.trimEnd().length, ` # playbook-lint-disable-line ${problem.ruleId}`)];
  }
  const inLine = ` <!-- playbook-lint-disable-line ${problem.ruleId} -->`;
  const above = insertion(start, `<!-- playbook-lint-disable-next-line ${problem.ruleId} -->${newline(playbook)}`);
  const place = rowAt(playbook, start);
  if (place !== undefined) {
    // Renderers accept no comment in a delimiter row or in a row that is code, and a line of its own ends a table.
    const takesComment = place.row.delimiter === undefined && !place.isOutside;
    const cells = takesComment ? place.row.cells.map(({ span }) => start + span.end).reverse() : [];
    return [...cells.map((at) => insertion(at, inLine)), ...(place.isFirst ? [above] : [])];
  }
  const atEnd = insertion(start + source.trimEnd().length, inLine);
  return /^ {0,3}#/.test(source) ? [above, atEnd] : [atEnd, above];
}

/** Possible comments for the whole file, best first: where authors look for them, and where they change nothing else. */
function fileCandidates({ ruleId }: Problem, playbook: Playbook): TextEdit[] {
  const { frontMatter, text } = playbook;
  const end = newline(playbook);
  const html = `<!-- playbook-lint-disable-file ${ruleId} -->`;
  const beforeFence = frontMatter?.closed === true ? [frontMatter.content.end] : [];
  const known = suppressionsIn(playbook).find(
    ({ action, ruleIds, reason }) => action === 'disable-file' && ruleIds.length > 0 && reason === undefined,
  );
  const last = known?.ruleIds.at(-1)?.span.end;
  return [
    ...(last === undefined ? [] : [insertion(last, `, ${ruleId}`)]),
    ...beforeFence.map((at) => insertion(at, `# playbook-lint-disable-file ${ruleId}${end}`)),
    ...(frontMatter === undefined ? [insertion(text.startsWith('\uFEFF') ? 1 : 0, `${html}${end}${end}`)] : []),
    insertion(text.length, `${/(?:^|\n)$/.test(text) ? '' : end}${end}${html}${end}`),
  ];
}

/** A comment inside a multi-line value would be part of the value. */
function spansLines({ frontMatter, text }: Playbook, start: number, end: number): boolean {
  return (
    frontMatter?.fields.some(
      ({ value }) =>
        value.span.start < end &&
        value.span.end > start &&
        /[\r\n]/.test(text.slice(value.span.start, value.span.end).trim()),
    ) === true
  );
}

/** The row that starts at `offset`; `undefined` if it isn't a row. */
function rowAt({ tables }: Playbook, offset: number) {
  for (const { table, start } of tables) {
    const index = table.rowStarts.indexOf(offset - start);
    const row = table.rows[index];
    if (row !== undefined) return { row, isFirst: index === 0, isOutside: isOutside(row, table) };
  }
  return undefined;
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

function newline({ text }: Playbook): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What a comment must not change. */
function shapeOf({ tables, headings, labels, frontMatter }: Playbook): string {
  const rows = tables.map(({ table, schema }) => `${schema.kind}${table.rows.map(({ cells }) => cells.length).join()}`);
  const titles = headings.map(({ value }) => `${value.level}${value.text}`);
  return JSON.stringify([
    rows,
    titles,
    labels.map(({ value }) => value.id),
    frontMatter?.fields.map(({ key, value }) => [key.value, value.text]),
  ]);
}

/** Whether `problem` is gone and no new problem appears. */
export function silences(problem: Problem, before: readonly Problem[], after: readonly Problem[]): boolean {
  const left = counted(before);
  for (const [key, count] of counted(after)) {
    if (count > (left.get(key) ?? 0)) return false;
  }
  return (counted(after).get(keyOf(problem)) ?? 0) < (left.get(keyOf(problem)) ?? 0);
}

function counted(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  return counts;
}

function keyOf({ ruleId, message }: Problem): string {
  return JSON.stringify([ruleId, message.id, message.values]);
}

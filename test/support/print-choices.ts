import { applyEdits, LineMap, type Fix, type Problem } from '../../server/src/core/index.js';
import { english } from './english.js';

/** What each suggestion makes of the page, for `*.choices.txt`: the lines that go and the lines that come. */
export function printChoices(text: string, problems: readonly Problem[]): string {
  const lines = LineMap.of(text);
  return problems
    .filter(({ fixes }) => fixes.length > 0)
    .map(({ span, message, fixes }) => {
      const { line, column } = lines.lineColumnAt(span.start);
      return [`${line + 1}:${column + 1} ${english(message)}\n`, ...fixes.map((fix) => printChoice(text, fix))].join(
        '',
      );
    })
    .join('\n');
}

function printChoice(text: string, fix: Fix): string {
  const before = text.split(/\r?\n/);
  const after = applyEdits(text, fix.edits).split(/\r?\n/);
  const same = sharedStart(before, after);
  const rest = sharedStart([...before.slice(same)].reverse(), [...after.slice(same)].reverse());
  const changed = [
    ...before.slice(same, before.length - rest).map((line) => `    - ${line}`),
    ...after.slice(same, after.length - rest).map((line) => `    + ${line}`),
  ];
  return `  ${fix.applicability}${fix.isPreferred === true ? ', preferred' : ''}: ${english(fix.title)}\n${changed.map((line) => `${line.trimEnd()}\n`).join('')}`;
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((line, at) => line !== other[at]);
  return index === -1 ? Math.min(one.length, other.length) : index;
}

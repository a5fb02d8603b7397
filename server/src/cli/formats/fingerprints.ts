import { createHash } from 'node:crypto';
import { LineMap } from '../../core/index.js';
import type { ReportedFile } from './report.js';

/**
 * What identifies each problem of a file when lines are added or removed elsewhere: the rule, the text of the line, the
 * text of the problem, and how many problems above it are the same. Not the file, which programs compare on their own.
 */
export function fingerprintsOf({ text, problems }: ReportedFile): string[] {
  const lines = LineMap.of(text);
  const counts = new Map<string, number>();
  return problems.map(({ ruleId, line, column, endLine, endColumn }) => {
    const start = lines.offsetAt({ line: line - 1, column: column - 1 });
    const end = lines.offsetAt({ line: endLine - 1, column: endColumn - 1 });
    // Line endings and indentation say nothing about which problem it is.
    const place = [lines.lineText(line - 1).trim(), text.slice(start, end).replace(/\r\n?/g, '\n')];
    const key = JSON.stringify([ruleId, ...place]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return createHash('sha256').update(`${key} ${count}`).digest('hex').slice(0, 32);
  });
}

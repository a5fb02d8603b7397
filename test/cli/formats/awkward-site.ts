import { GOOD_ROW, playbookWith } from '../../support/pages.js';
import { runCli, type MemoryFiles, type Output, type RunOptions } from '../memory-host.js';

/** What a page can contain to break out of a format. */
const HOSTILE =
  '::error file=a.md::no%0A::stop-commands::x\u001b[2J\u0007 ##[error]no "quoted" <img src=x> [link](https://a.test) `code` \u202e{0}';

/** A row with a letter that doesn't exist. */
export function rowWith(letter: string, name = 'Check the proxy'): string {
  return `| 1235 | ${name} | ${letter} | FastTrack Engineer | Exchange |`;
}

/** A page with one problem that `--fix` fixes, in the row. */
export const FIXABLE = playbookWith(GOOD_ROW, rowWith('m'));

/** Pages with names and texts that formats have to escape. */
export const SITE: Readonly<Record<string, string>> = {
  '/site/clean.md': playbookWith(GOOD_ROW),
  '/site/pages/two words.md': playbookWith(rowWith('X')),
  '/site/pages/50%, "a": b\\c#d?.md': playbookWith(rowWith('m')),
  '/site/页面/网络 🚀.md': playbookWith(rowWith('x', '检查代理 🚀👩‍👩‍👧 é'), rowWith('m', '𠮷野家')).replaceAll(
    '\n',
    '\r\n',
  ),
  '/site/mark.md': `\uFEFF${playbookWith(rowWith('m'))}`.replace('---', '---\u200b'),
  '/site/hostile.md': playbookWith(rowWith(HOSTILE)),
};

/** The pages above, and other files. */
export function siteWith(more: Readonly<Record<string, string | (() => Uint8Array)>> = {}): MemoryFiles {
  return new Map<string, string | (() => Uint8Array)>([...Object.entries(SITE), ...Object.entries(more)]);
}

export function unreadable(): Uint8Array {
  throw new Error('the disk failed ::error::here');
}

/** Runs the command line with a format. */
export function runFormat(
  format: string,
  argv: readonly string[],
  files: MemoryFiles,
  options?: RunOptions,
): Promise<Output> {
  return runCli(['--format', format, ...argv], files, options);
}

/** A page with this many rows that have the problem. */
export function pageWithErrors(count: number): string {
  return playbookWith(...Array.from({ length: count }, (_, index) => rowWith(`X${index}`)));
}

interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonEdit extends JsonPlace {
  readonly offset: number;
  readonly endOffset: number;
  readonly text: string;
}

export interface JsonProblem extends JsonPlace {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly fixable: boolean;
  readonly docsUrl: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly isSafe: boolean;
    readonly isPreferred: boolean;
    readonly edits: readonly JsonEdit[];
  }[];
}

/** The problems of each file, as the JSON format lists them. Other formats say the same in other words. */
export async function problemsIn(
  argv: readonly string[],
  files: MemoryFiles,
): Promise<Map<string, readonly JsonProblem[]>> {
  const { stdout } = await runFormat('json', argv, files);
  const report = JSON.parse(stdout) as { files: { path: string; problems: JsonProblem[] }[] };
  return new Map(report.files.map(({ path, problems }) => [path, problems]));
}

/** `text` after the edits. */
export function edited(text: string, edits: readonly JsonEdit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((now, edit) => now.slice(0, edit.offset) + edit.text + now.slice(edit.endOffset), text);
}

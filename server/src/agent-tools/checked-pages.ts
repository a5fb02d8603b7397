import type { FilePath, PageSummary, ResolvedConfig, TocSummary } from '../core/index.js';
import { uriOf, type CheckResult } from '../workspace/index.js';
import type { ToolContext } from './tool.js';

/** The result for a page of the workspace, without the parsed page, which is too large to be kept for all pages. */
export type CheckedPage = Pick<CheckResult, 'kind' | 'problems' | 'lines'>;

interface KnownResult extends CheckedPage, Pick<CheckResult, 'dependencies'> {
  readonly config: ResolvedConfig;
  readonly day: string;
}

/** An agent checks the same pages after each of its edits. A page with another text is another object. */
const known = new WeakMap<PageSummary | TocSummary, KnownResult>();

/** Checks a page or a table of contents of the workspace. `undefined` if it was deleted. */
export async function checkedPage(path: FilePath, context: ToolContext): Promise<CheckedPage | undefined> {
  const { workspace, today, pause } = context;
  const page = workspace.index.pages.get(path) ?? workspace.index.tocs.get(path);
  if (page === undefined) return undefined;
  const uri = uriOf(path);
  const { config } = await workspace.configOf(uri);
  const last = known.get(page);
  if (last?.config === config && last.day === today() && workspace.isFresh(last)) return last;
  await pause();
  const { kind, problems, lines, dependencies } = await workspace.checkDraft(uri, page.text);
  const result = { kind, problems, lines, dependencies, config, day: today() };
  known.set(page, result);
  return result;
}

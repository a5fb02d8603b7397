import * as z from 'zod/mini';
import type { FilePath } from '../../core/index.js';
import { checkedPage, type CheckedPage } from '../checked-pages.js';
import { MAX_FILES, MAX_PATTERNS, MAX_PROBLEMS, USUAL_PROBLEMS } from '../limits.js';
import { countsOf, isAtLeast, shownProblems } from '../problems.js';
import * as schemas from '../schemas.js';
import { defineTool, type ToolContext } from '../tool.js';
import { WorkspacePages } from '../workspace-pages.js';

export const checkFiles = defineTool({
  name: 'check_files',
  title: 'Check playbook files',
  description:
    'Checks playbooks of the workspace and returns their problems with fixes as edits, the most severe problems first if there are too many. Paths can be files, folders or globs such as "english/**/*.md"; without paths, all playbooks are checked. Nothing is changed.',
  input: z.strictObject({
    paths: z.optional(
      z.array(schemas.words('A file, a folder or a glob in the workspace')).check(z.maxLength(MAX_PATTERNS)),
    ),
    minSeverity: z.optional(schemas.severity.check(z.describe('Leaves out less severe problems; hint if omitted'))),
    maxProblems: schemas.limit(MAX_PROBLEMS, USUAL_PROBLEMS, 'problems'),
  }),
  output: schemas.result({
    checkedFiles: z.int().check(z.describe('The number of playbooks and tables of contents that were checked')),
    otherFiles: z.int().check(z.describe('Markdown files that are not playbooks, which are never checked')),
    counts: schemas.counts,
    files: z.array(z.object({ path: z.string(), problems: z.array(schemas.problem) })),
    omittedProblems: z.int(),
    omittedFiles: z.int().check(z.describe(`Specified pages that were not checked: at most ${MAX_FILES} are`)),
  }),
  async run(context, { paths = [], minSeverity = 'hint', maxProblems = USUAL_PROBLEMS }) {
    const pages = await WorkspacePages.of(context);
    const { pages: specified, omitted, unread } = pages.matching(paths);
    const checks = await checkAll(specified, context);
    const found = checks.flatMap(({ path, check: { lines, problems } }) =>
      problems.filter((problem) => isAtLeast(problem, minSeverity)).map((problem) => ({ page: path, lines, problem })),
    );
    const shown = shownProblems(found, maxProblems, { pages, format: context.format });
    return {
      checkedFiles: checks.filter(({ check }) => check.kind !== 'foreign').length,
      otherFiles: checks.filter(({ check }) => check.kind === 'foreign').length,
      counts: countsOf(found.map(({ problem }) => problem)),
      files: [...new Set(shown.map(({ page }) => page))].map((page) => ({
        path: pages.shown(page),
        problems: shown.filter((one) => one.page === page).map(({ reported }) => reported),
      })),
      omittedProblems: found.length - shown.length,
      omittedFiles: omitted,
      warnings: [
        ...pages.warnings,
        ...unread.map(
          (path) => `"${path}" was not checked: it is not a page, is ignored by the configuration, or cannot be read`,
        ),
      ],
    };
  },
});

interface PathAndCheck {
  readonly path: FilePath;
  readonly check: CheckedPage;
}

async function checkAll(paths: readonly FilePath[], context: ToolContext): Promise<PathAndCheck[]> {
  const checked: PathAndCheck[] = [];
  for (const path of paths) {
    const check = await checkedPage(path, context);
    if (check !== undefined) checked.push({ path, check });
  }
  return checked;
}

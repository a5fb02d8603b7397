import * as z from 'zod/mini';
import { MAX_PROBLEMS, MAX_TEXT, USUAL_PROBLEMS } from '../limits.js';
import { countsOf, shownProblems } from '../problems.js';
import * as schemas from '../schemas.js';
import { defineTool } from '../tool.js';
import { WorkspacePages } from '../workspace-pages.js';

export const checkText = defineTool({
  name: 'check_text',
  title: 'Check playbook text',
  description:
    'Checks the text of a FastTrack playbook, such as a draft that is not saved, and returns its problems with fixes as edits. With the path of the page, the configuration of the workspace applies and the text is compared with the other pages. The file does not have to exist, and it is not changed.',
  input: z.strictObject({
    text: z.string().check(z.maxLength(MAX_TEXT), z.describe('The whole page, including its front matter')),
    path: z.optional(schemas.words('The path of the page in the workspace')),
    maxProblems: schemas.limit(MAX_PROBLEMS, USUAL_PROBLEMS, 'problems'),
  }),
  output: schemas.result({
    isPlaybook: z
      .boolean()
      .check(z.describe('False for other Markdown, and for pages that the configuration ignores: no rule ran')),
    problems: z.array(schemas.problem),
    counts: schemas.counts,
    omittedProblems: z.int(),
  }),
  async run(context, { text, path, maxProblems = USUAL_PROBLEMS }) {
    const pages = await WorkspacePages.of(context);
    const { kind, problems, lines, failures } = await context.workspace.checkDraft(pages.address(path), text);
    const found = problems.map((problem) => ({ page: path, lines, problem }));
    const shown = shownProblems(found, maxProblems, { pages, format: context.format });
    return {
      isPlaybook: kind === 'playbook',
      problems: shown.map(({ reported }) => reported),
      counts: countsOf(problems),
      omittedProblems: problems.length - shown.length,
      warnings: [...pages.warnings, ...failures.map(({ ruleId }) => `The rule ${ruleId} failed`)],
    };
  },
});

import * as z from 'zod/mini';
import { IndexReader, LANGUAGES, type PageSummary } from '../../core/index.js';
import { checkedPage } from '../checked-pages.js';
import { MAX_PROBLEMS, USUAL_PROBLEMS } from '../limits.js';
import { shownProblems, type FoundProblem } from '../problems.js';
import * as schemas from '../schemas.js';
import { defineTool, ToolError, type ToolContext } from '../tool.js';
import { WorkspacePages } from '../workspace-pages.js';

const counterpart = z.object({ path: z.string(), language: schemas.language });

export const compareTranslation = defineTool({
  name: 'compare_translation',
  title: 'Compare translations',
  description:
    'Compares the structure of a page with its counterparts in other languages: tasks, letters, roles, services, sections, steps, labels, lists, links and images. For a translation, compares it with its English page; for an English page, compares all its translations. Uses the rules that start with "translation-", as far as the configuration enables them. Wording is not compared.',
  input: z.strictObject({
    path: schemas.words('The path of a page in the workspace'),
    language: z.optional(schemas.language.check(z.describe('Of an English page, only this translation'))),
    maxProblems: schemas.limit(MAX_PROBLEMS, USUAL_PROBLEMS, 'differences'),
  }),
  output: schemas.result({
    page: counterpart,
    counterparts: z.array(counterpart).check(z.describe('The page in other languages')),
    comparisons: z.array(
      z.object({ path: z.string(), language: schemas.language, differences: z.array(schemas.problem) }),
    ),
    omittedDifferences: z.int(),
  }),
  async run(context, { path, language, maxProblems = USUAL_PROBLEMS }) {
    const pages = await WorkspacePages.of(context);
    const page = pages.page(path);
    const translations = new IndexReader(context.workspace.index).translationsOf(page.path);
    const others = LANGUAGES.flatMap((id) => translations.get(id) ?? []).filter((other) => other.path !== page.path);
    const compared = comparedPages(page, others, language);
    if (others.length === 0) throw new ToolError(`"${path}" has no counterpart in another language`);
    if (compared.length === 0) throw new ToolError(`"${path}" has no counterpart to compare it with in this language`);
    const found = await differencesOf(compared, context);
    const shown = shownProblems(found, maxProblems, { pages, format: context.format });
    return {
      page: toCounterpart(page, pages),
      counterparts: others.map((other) => toCounterpart(other, pages)),
      comparisons: compared.map((one) => ({
        ...toCounterpart(one, pages),
        differences: shown.filter(({ page: own }) => own === one).map(({ reported }) => reported),
      })),
      omittedDifferences: found.length - shown.length,
      warnings: [...pages.warnings],
    };
  },
});

/** The rules report differences on the translation. */
function comparedPages(page: PageSummary, others: readonly PageSummary[], language: string | undefined): PageSummary[] {
  if (page.language !== 'en') return others.some((other) => other.language === 'en') ? [page] : [];
  return others.filter((other) => language === undefined || other.language === language);
}

async function differencesOf(
  compared: readonly PageSummary[],
  context: ToolContext,
): Promise<FoundProblem<PageSummary>[]> {
  const all: FoundProblem<PageSummary>[] = [];
  for (const page of compared) {
    const check = await checkedPage(page.path, context);
    for (const problem of check?.problems ?? [])
      if (problem.ruleId.startsWith('translation-')) all.push({ page, lines: page.lines, problem });
  }
  return all;
}

function toCounterpart({ path, language }: PageSummary, pages: WorkspacePages): z.infer<typeof counterpart> {
  return { path: pages.shown(path), language };
}

import * as z from 'zod/mini';
import { LANGUAGE_NAMES, LANGUAGES, type Language, type TermSet, type Vocabulary } from '../../core/index.js';
import * as schemas from '../schemas.js';
import { defineTool } from '../tool.js';
import { WorkspacePages } from '../workspace-pages.js';

const term = z.object({
  id: z.string().check(z.describe('The same in all languages')),
  word: z.string().check(z.describe('The word to write')),
  alsoAccepted: z.array(z.string()),
});

export const vocabulary = defineTool({
  name: 'vocabulary',
  title: 'Words of playbooks',
  description: `Returns the words that playbooks use in a language: roles, services, phases, motions, labels, table columns, sections and mandatory/optional letters, including words that the workspace adds. Languages: ${schemas.LANGUAGE_LIST}.`,
  input: z.strictObject({
    languages: z.optional(z.array(schemas.language).check(z.describe('The languages to return; English if omitted'))),
    path: z.optional(
      schemas.words('A page or folder whose configuration applies; the first workspace folder if omitted'),
    ),
  }),
  output: schemas.result({
    languages: z.array(
      z.object({
        language: schemas.language,
        name: z.string(),
        letters: z.object({ mandatory: z.string(), optional: z.string() }),
        separator: z.string().check(z.describe('Separates several values in a cell or label line')),
        roles: z.array(term),
        services: z.array(term),
        phases: z.array(term),
        motions: z.array(term),
        labels: z.array(term).check(z.describe('In the order of the lines')),
        taskColumns: z.array(term).check(z.describe('In the order of a new task table')),
        refreshColumns: z.array(term),
        sections: z.array(term).check(z.describe('The required sections of a process playbook come first, in order')),
      }),
    ),
    frontMatter: z.object({
      required: z.array(z.string()),
      recommended: z.array(z.string()),
      values: z.record(z.string(), z.array(z.string())).check(z.describe('The allowed values of some keys')),
    }),
    taskId: z.object({ pattern: z.string(), description: z.string() }),
  }),
  async run(context, { languages = ['en'], path }) {
    const pages = await WorkspacePages.of(context);
    const { config, path: relative } = await context.workspace.configOf(pages.address(path));
    const words = config.configFor(relative).vocabulary;
    const { required, recommended, values } = words.frontMatter;
    return {
      languages: LANGUAGES.filter((language) => languages.includes(language)).map((language) =>
        wordsIn(language, words),
      ),
      frontMatter: {
        required: [...required],
        recommended: [...recommended],
        values: Object.fromEntries(Object.entries(values).map(([key, allowed]) => [key, [...allowed]])),
      },
      taskId: { pattern: words.taskId.pattern.source, description: context.format(words.taskId.description) },
      warnings: [...pages.warnings],
    };
  },
});

function wordsIn(language: Language, words: Vocabulary) {
  const { sections, sectionOrder, labels, labelOrder, taskColumns, taskLayouts } = words;
  return {
    language,
    name: LANGUAGE_NAMES[language],
    letters: { ...words.letters[language] },
    separator: words.separators[language],
    roles: termsOf(words.roles, language),
    services: termsOf(words.services, language),
    phases: termsOf(words.phases, language),
    motions: termsOf(words.motions, language),
    labels: termsOf(labels, language, labelOrder),
    taskColumns: termsOf(taskColumns, language, taskLayouts[0]),
    refreshColumns: termsOf(words.refreshColumns, language),
    sections: termsOf(sections, language, sectionOrder),
  };
}

/** The terms that have a word in the language, those in `order` first. */
function termsOf<Id extends string>(
  terms: TermSet<Id>,
  language: Language,
  order: readonly Id[] = [],
): z.infer<typeof term>[] {
  const rest = terms.ids().filter((id) => !order.includes(id));
  return [...order, ...rest].flatMap((id) => {
    const spellings = terms.data[id][language];
    return spellings === undefined
      ? []
      : [{ id, word: spellings.canonical, alsoAccepted: [...(spellings.aliases ?? [])] }];
  });
}

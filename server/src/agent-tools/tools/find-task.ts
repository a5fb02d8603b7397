import * as z from 'zod/mini';
import { IndexReader, LANGUAGES, taskReport, type ReportedTask, type TaskUse } from '../../core/index.js';
import { MAX_PLACES, MAX_TASKS, quoted, USUAL_TASKS } from '../limits.js';
import * as schemas from '../schemas.js';
import { defineTool } from '../tool.js';
import { WorkspacePages } from '../workspace-pages.js';

const place = z.object({
  path: z.string(),
  line: z.int().check(z.describe('Starts at 1')),
  language: schemas.language,
  name: z.string(),
  letter: z.string().check(z.describe('As on the page, such as M or O')),
  obligation: z.optional(z.enum(['mandatory', 'optional'])),
  role: z.string(),
  services: z.string(),
});

export const findTask = defineTool({
  name: 'find_task',
  title: 'Find a task',
  description:
    'Finds FTOP tasks by their ID, or by words of their names in any language. Returns where each task is in a table, with its name, mandatory/optional letter, role and services on each page, and what the pages disagree on.',
  input: z.strictObject({
    query: schemas.words('A task ID, or words of the name'),
    language: z.optional(schemas.language.check(z.describe('Only the pages in this language'))),
    maxTasks: schemas.limit(MAX_TASKS, USUAL_TASKS, 'tasks'),
  }),
  output: schemas.result({
    tasks: z.array(
      z.object({
        id: z.string(),
        edition: z.optional(z.string().check(z.describe('The generation of pages, if the workspace has several'))),
        catalogue: z.optional(z.object({ name: z.string(), isRetired: z.boolean() })),
        places: z.array(place),
        omittedPlaces: z.int(),
        differences: z
          .array(z.string())
          .check(z.describe('What pages say differently: services, role in German, missing in Japanese')),
      }),
    ),
    omittedTasks: z.int(),
    similarIds: z.array(z.string()).check(z.describe('If no task has the ID: known IDs that differ in a digit')),
  }),
  async run(context, { query, language, maxTasks = USUAL_TASKS }) {
    const pages = await WorkspacePages.of(context);
    const { index } = context.workspace;
    const reader = new IndexReader(index);
    const { tasks, hasEditions } = taskReport(index);
    const found = tasksFor(query, tasks);
    return {
      tasks: found.slice(0, maxTasks).map((task) => {
        const places = placesOf(task, reader).filter((one) => language === undefined || one.page.language === language);
        return {
          id: task.id,
          ...(hasEditions && { edition: task.edition }),
          ...(task.catalogue !== undefined && {
            catalogue: { name: quoted(task.catalogue.name), isRetired: task.catalogue.isRetired },
          }),
          places: places.slice(0, MAX_PLACES).map((one) => reported(one, pages)),
          omittedPlaces: Math.max(0, places.length - MAX_PLACES),
          differences: [...task.differences],
        };
      }),
      omittedTasks: Math.max(0, found.length - maxTasks),
      similarIds: found.length === 0 && /^\S+$/.test(query.trim()) ? reader.idsNear(query.trim()) : [],
      warnings: [...pages.warnings],
    };
  },
});

/** The tasks with this ID, or else those with all words of the query in one of their names. */
function tasksFor(query: string, tasks: readonly ReportedTask[]): readonly ReportedTask[] {
  const wanted = comparable(query.trim());
  const byId = tasks.filter(({ id }) => comparable(id) === wanted);
  if (byId.length > 0) return byId;
  const parts = wanted.split(/\s+/u).filter((part) => part !== '');
  const hasAll = (name: string): boolean => parts.every((part) => comparable(name).includes(part));
  return parts.length === 0
    ? []
    : tasks.filter(({ names, catalogue }) => [...Object.values(names), catalogue?.name ?? ''].some(hasAll));
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** By language, English first. */
function placesOf({ id, edition }: ReportedTask, reader: IndexReader): TaskUse[] {
  return reader
    .usesOf(id, ({ isPlaybook, path }) => isPlaybook && reader.isBuilt(path) && reader.editionOf(path) === edition)
    .sort((a, b) => LANGUAGES.indexOf(a.page.language) - LANGUAGES.indexOf(b.page.language));
}

function reported({ page, task: { start, value } }: TaskUse, pages: WorkspacePages): z.infer<typeof place> {
  return {
    path: pages.shown(page.path),
    line: page.lines.lineAt(start + value.id.span.start) + 1,
    language: page.language,
    name: quoted(value.name?.value ?? value.nameInBrokenRow ?? ''),
    letter: quoted(value.letter?.value ?? ''),
    ...(value.obligation !== undefined && { obligation: value.obligation }),
    role: quoted(value.role?.value ?? ''),
    services: quoted(value.services?.value ?? ''),
  };
}

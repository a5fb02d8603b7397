import { LineMap } from '../text/line-map.js';
import { count, either, flag, listOf, oneOf, optional, record, text, tuple, type Shape } from '../text/shape.js';
import { LANGUAGES } from '../vocabulary/language.js';
import type { FilePath } from './file-path.js';
import { outlineOf } from './page-outline.js';
import type { PageOutline, PageSummary } from './page-summary.js';

/** The facts that every check needs. */
export interface StoredOutline extends PageOutline, Pick<PageSummary, 'isPlaybook' | 'language' | 'audience'> {
  readonly title?: PageSummary['title'];
  readonly fields: readonly (readonly [key: string, value: string])[];
}

export interface StoredTasks {
  readonly tasks: PageSummary['tasks'];
}

/** The facts that only few checks need: those of counterparts, of targets of links. */
export type StoredDetails = Pick<
  PageSummary,
  'headings' | 'names' | 'mentions' | 'links' | 'entries' | 'refreshDays' | 'phases' | 'steps' | 'shapes'
> & { readonly homeLink?: string | undefined };

/** The facts of a page as plain data, in parts that are read when they are needed. */
export interface StoredFacts {
  readonly outline: StoredOutline;
  readonly tasks: StoredTasks;
  readonly details: StoredDetails;
}

/** The facts to store, as values of JSON. */
export function factsToStore(page: PageSummary): StoredFacts {
  const { isPlaybook, language, audience, title, fields, tasks } = page;
  const { headings, names, mentions, links, homeLink, entries, refreshDays, phases, steps, shapes } = page;
  return {
    outline: { ...outlineOf(page), isPlaybook, language, audience, title, fields: [...fields] },
    tasks: { tasks },
    details: { headings, names, mentions, links, homeLink, entries, refreshDays, phases, steps, shapes },
  };
}

/** The page with this text, if the data is that of {@link factsToStore}; `undefined` if it is something else. */
export function pageWithFacts(path: FilePath, pageText: string, data: unknown): PageSummary | undefined {
  if (!facts(data)) return undefined;
  const { outline, tasks, details } = data as StoredFacts;
  const { isPlaybook, language, audience, title, fields } = outline;
  const { headings, names, mentions, links, homeLink, entries, refreshDays, phases, steps, shapes } = details;
  return {
    path,
    text: pageText,
    get lines() {
      return LineMap.of(pageText);
    },
    isPlaybook,
    language,
    audience,
    title,
    fields: new Map(fields),
    headings,
    names,
    tasks: tasks.tasks,
    mentions,
    links,
    homeLink,
    entries,
    refreshDays,
    phases,
    steps,
    shapes,
    outline,
  };
}

/** The outline in data that was read from a file; `undefined` if it is something else. */
export function outlineIn(data: unknown): StoredOutline | undefined {
  return outline(data) ? (data as StoredOutline) : undefined;
}

export function tasksIn(data: unknown): StoredTasks | undefined {
  return tasks(data) ? (data as StoredTasks) : undefined;
}

export function detailsIn(data: unknown): StoredDetails | undefined {
  return details(data) ? (data as StoredDetails) : undefined;
}

const texts = listOf(text);
const span = record({ start: count, end: count });
export const locatedText = record({ value: text, span });
const terms = record({ value: text, span, ids: optional(texts) });

function placed(value: Shape): Shape {
  return listOf(record({ start: count, value }));
}

const outline = record({
  isPlaybook: flag,
  language: oneOf(LANGUAGES),
  audience: texts,
  title: optional(locatedText),
  fields: listOf(tuple(text, text)),
  taskIds: texts,
  mentionIds: texts,
  entryIds: texts,
  includes: texts,
});

const task = record({
  id: locatedText,
  name: optional(locatedText),
  letter: optional(locatedText),
  obligation: optional(oneOf(['mandatory', 'optional'])),
  role: optional(terms),
  services: optional(terms),
  nameInBrokenRow: optional(text),
  length: count,
});

const tasks = record({ tasks: listOf(record({ start: count, value: task, heading: optional(count) })) });

const details = record({
  headings: placed(record({ level: count, text, slug: text, section: optional(text), isStep: flag, span })),
  names: texts,
  mentions: placed(record({ id: locatedText, where: oneOf(['text', 'refresh-log']), isGone: flag })),
  links: placed(record({ kind: oneOf(['link', 'image', 'include', 'definition']), target: locatedText })),
  homeLink: optional(text),
  entries: placed(
    record({ id: locatedText, name: text, services: optional(terms), location: optional(text), isRetired: flag }),
  ),
  refreshDays: texts,
  phases: texts,
  steps: placed(record({ labels: listOf(record({ id: text, terms: texts })) })),
  shapes: placed(
    either(record({ kind: oneOf(['list']), items: count }), record({ kind: oneOf(['alert']), alert: text })),
  ),
});

const facts = record({ outline, tasks, details });

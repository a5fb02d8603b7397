import * as z from 'zod/mini';
import { LANGUAGES } from '../vocabulary/language.js';
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

/** The outline in data that was read from a file; `undefined` if it is something else. */
export function outlineIn(data: unknown): StoredOutline | undefined {
  return hasShape(outline, data) ? (data as StoredOutline) : undefined;
}

export function tasksIn(data: unknown): StoredTasks | undefined {
  return hasShape(tasks, data) ? (data as StoredTasks) : undefined;
}

export function detailsIn(data: unknown): StoredDetails | undefined {
  return hasShape(details, data) ? (data as StoredDetails) : undefined;
}

/** Whether data from a file has the form that is expected of it. */
export function hasShape(schema: z.ZodMiniType, data: unknown): boolean {
  return schema.safeParse(data).success;
}

const text = z.string();
const flag = z.boolean();
const texts = z.array(text);
/** An index, an offset, or a number of things. */
const count = z.int().check(z.gte(0));
const span = z.object({ start: count, end: count });
export const locatedText = z.object({ value: text, span });
const terms = z.object({ value: text, span, ids: z.optional(texts) });

function placed(value: z.ZodMiniType): z.ZodMiniType {
  return z.array(z.object({ start: count, value }));
}

const outline = z.object({
  isPlaybook: flag,
  language: z.enum(LANGUAGES),
  audience: texts,
  title: z.optional(locatedText),
  fields: z.array(z.tuple([text, text])),
  taskIds: texts,
  mentionIds: texts,
  entryIds: texts,
  includes: texts,
});

const task = z.object({
  id: locatedText,
  name: z.optional(locatedText),
  letter: z.optional(locatedText),
  obligation: z.optional(z.enum(['mandatory', 'optional'])),
  role: z.optional(terms),
  services: z.optional(terms),
  nameInBrokenRow: z.optional(text),
  length: count,
});

const tasks = z.object({ tasks: z.array(z.object({ start: count, value: task, heading: z.optional(count) })) });

const details = z.object({
  headings: placed(z.object({ level: count, text, slug: text, section: z.optional(text), isStep: flag, span })),
  names: texts,
  mentions: placed(z.object({ id: locatedText, where: z.enum(['text', 'refresh-log']), isGone: flag })),
  links: placed(z.object({ kind: z.enum(['link', 'image', 'include', 'definition']), target: locatedText })),
  homeLink: z.optional(text),
  entries: placed(
    z.object({ id: locatedText, name: text, services: z.optional(terms), location: z.optional(text), isRetired: flag }),
  ),
  refreshDays: texts,
  phases: texts,
  steps: placed(z.object({ labels: z.array(z.object({ id: text, terms: texts })) })),
  shapes: placed(
    z.union([z.object({ kind: z.literal('list'), items: count }), z.object({ kind: z.literal('alert'), alert: text })]),
  ),
});

import {
  eitherOf,
  isCount,
  isFlag,
  isText,
  listOf,
  objectOf,
  oneOf,
  optional,
  tupleOf,
  type Shape,
} from '../text/shape.js';
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
  return isOutline(data) ? (data as StoredOutline) : undefined;
}

export function tasksIn(data: unknown): StoredTasks | undefined {
  return areTasks(data) ? (data as StoredTasks) : undefined;
}

export function detailsIn(data: unknown): StoredDetails | undefined {
  return areDetails(data) ? (data as StoredDetails) : undefined;
}

const texts = listOf(isText);
const span = objectOf({ start: isCount, end: isCount });
export const isLocatedText = objectOf({ value: isText, span });
const terms = objectOf({ value: isText, span, ids: optional(texts) });

function placed(value: Shape): Shape {
  return listOf(objectOf({ start: isCount, value }));
}

const isOutline = objectOf({
  isPlaybook: isFlag,
  language: oneOf(...LANGUAGES),
  audience: texts,
  title: optional(isLocatedText),
  fields: listOf(tupleOf(isText, isText)),
  taskIds: texts,
  mentionIds: texts,
  entryIds: texts,
  includes: texts,
});

const isTask = objectOf({
  id: isLocatedText,
  name: optional(isLocatedText),
  letter: optional(isLocatedText),
  obligation: optional(oneOf('mandatory', 'optional')),
  role: optional(terms),
  services: optional(terms),
  nameInBrokenRow: optional(isText),
  length: isCount,
});

const areTasks = objectOf({ tasks: listOf(objectOf({ start: isCount, value: isTask, heading: optional(isCount) })) });

const areDetails = objectOf({
  headings: placed(
    objectOf({ level: isCount, text: isText, slug: isText, section: optional(isText), isStep: isFlag, span }),
  ),
  names: texts,
  mentions: placed(objectOf({ id: isLocatedText, where: oneOf('text', 'refresh-log'), isGone: isFlag })),
  links: placed(objectOf({ kind: oneOf('link', 'image', 'include', 'definition'), target: isLocatedText })),
  homeLink: optional(isText),
  entries: placed(
    objectOf({
      id: isLocatedText,
      name: isText,
      services: optional(terms),
      location: optional(isText),
      isRetired: isFlag,
    }),
  ),
  refreshDays: texts,
  phases: texts,
  steps: placed(objectOf({ labels: listOf(objectOf({ id: isText, terms: texts })) })),
  shapes: placed(
    eitherOf(objectOf({ kind: oneOf('list'), items: isCount }), objectOf({ kind: oneOf('alert'), alert: isText })),
  ),
});

import { LANGUAGES, type Language } from '../vocabulary/language.js';
import { IndexReader, type EntryUse, type TaskUse } from '../workspace-index/index-reader.js';
import type { Obligation } from '../vocabulary/vocabulary.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import type { Place } from './places.js';
import { pageName } from './symbols.js';
import { RankedUses } from './ranked-uses.js';
import { nameInRows, nameWithoutLinks } from './task-name.js';
import type { TaskPlaceKind } from './task-place.js';
import { pagesWithReferences, referencesOn } from './task-references.js';
import { preferredFirst } from '../text/preferred-first.js';
import { tasksById } from '../workspace-index/facts-by-id.js';

/** Information about a task. All texts are as written on the pages, including Markdown and HTML. */
export interface TaskCard {
  readonly id: string;
  /** In the language of the requesting page, if any page has it. */
  readonly name: string | undefined;
  /** The English name; `undefined` if `name` is in English already, or if it's unknown. */
  readonly englishName: string | undefined;
  /** From the catalogue; `undefined` if the catalogue doesn't say. */
  readonly services: string | undefined;
  readonly location: string | undefined;
  readonly isRetired: boolean;
  /** Where the task is named, the language of the requesting page first. */
  readonly languages: readonly TaskLanguage[];
}

export interface TaskLanguage {
  readonly language: Language;
  /** A few of them, by path, those in the edition of the requesting page first. */
  readonly pages: readonly TaskPage[];
  /** The number of further pages. */
  readonly more: number;
}

/** A page that names the task. */
export interface TaskPage {
  readonly title: string;
  /** The kind of the first occurrence; a table takes precedence over an entry, and an entry over text. */
  readonly place: Place;
  readonly kind: TaskPlaceKind;
  /** The number of occurrences. */
  readonly count: number;
  /** The row in the page's table; `undefined` without a table. */
  readonly row: TaskCardRow | undefined;
}

export interface TaskCardRow {
  readonly obligation: Obligation | undefined;
  /** As written, even if it's unknown. */
  readonly letter: string | undefined;
  readonly role: string | undefined;
  readonly services: string | undefined;
}

/** How many pages of one language are listed. */
const MOST_PAGES = 6;

/** The card of a task, for a reader of the page `from`. Names are from the edition of that page if possible. */
export function taskCard(index: WorkspaceIndex, id: string, from: PageSummary): TaskCard {
  const reader = new IndexReader(index);
  const pages = reader.pagesNaming(id);
  const own = pages.filter(({ path }) => reader.isSameEdition(path, from.path));
  const isKnownThere = !usesOn(own, id).isEmpty;
  const entry = bestEntry(reader.entriesFor(id, from.path));
  return {
    id,
    ...namesOf(entry, id, isKnownThere ? own : pages, from),
    services: entry?.services?.value,
    location: entry?.location,
    isRetired: entry?.isRetired === true,
    languages: languagesOf(id, from, reader),
  };
}

function usesOn(pages: readonly PageSummary[], id: string): RankedUses {
  return new RankedUses(id, pages, () => 0);
}

/** Of several entries for a task, one that isn't retired. */
function bestEntry(entries: readonly EntryUse[]): EntryUse['entry'] | undefined {
  return (entries.find(({ entry }) => !entry.isRetired) ?? entries[0])?.entry;
}

/** The catalogue is in English, and decides the English name. */
function namesOf(
  entry: EntryUse['entry'] | undefined,
  id: string,
  pages: readonly PageSummary[],
  from: PageSummary,
): Pick<TaskCard, 'name' | 'englishName'> {
  const uses = usesOn(pages, id);
  const isForOthers = ({ audience }: PageSummary): boolean => String(audience) !== String(from.audience);
  const inEnglish = pages.filter(({ language }) => language === 'en');
  const english = entry?.name ?? nameOn(new RankedUses(id, inEnglish, (page) => (isForOthers(page) ? 1 : 0)).leading);
  const own =
    nameOn(uses.on(({ path }) => path === from.path)) ?? nameOn(uses.on(({ language }) => language === from.language));
  if (from.language === 'en' || own === undefined || own === english)
    return { name: english ?? nameOn(uses.on(() => true)), englishName: undefined };
  return { name: own, englishName: english };
}

/** A relative link would be broken on a card. */
function nameOn(uses: Iterable<TaskUse>): string | undefined {
  const name = nameInRows(uses);
  return name === undefined ? undefined : nameWithoutLinks(name);
}

/** A task can be on thousands of pages: only those that are listed are read. */
function languagesOf(id: string, from: PageSummary, reader: IndexReader): TaskLanguage[] {
  const pages = new Map<Language, PageSummary[]>();
  for (const page of pagesWithReferences(reader, id)) {
    const ofLanguage = pages.get(page.language);
    if (ofLanguage === undefined) pages.set(page.language, [page]);
    else ofLanguage.push(page);
  }
  const order = [from.language, ...LANGUAGES.filter((language) => language !== from.language)];
  return order.flatMap((language) => {
    const ofLanguage = (pages.get(language) ?? []).sort((a, b) => (a.path < b.path ? -1 : 1));
    if (ofLanguage.length === 0) return [];
    const shown = preferredFirst(ofLanguage, ({ path }) => reader.isSameEdition(path, from.path))
      .slice(0, MOST_PAGES)
      .map((page) => pageCard(page, id));
    return [{ language, pages: shown, more: ofLanguage.length - shown.length }];
  });
}

const KINDS: readonly TaskPlaceKind[] = ['table', 'entry', 'mention'];

function pageCard(page: PageSummary, id: string): TaskPage {
  const references = referencesOn(page, id);
  const row = tasksById(page).get(id)?.[0]?.value;
  const [first] = KINDS.flatMap((kind) => references.filter((reference) => reference.kind === kind));
  return {
    title: pageName(page),
    place: { path: page.path, span: first?.span ?? { start: 0, end: 0 } },
    kind: first?.kind ?? 'mention',
    count: references.length,
    row:
      row === undefined
        ? undefined
        : {
            obligation: row.obligation,
            letter: row.letter?.value,
            role: row.role?.value,
            services: row.services?.value,
          },
  };
}

import { LANGUAGES, type Language } from '../vocabulary/language.js';
import { IndexReader, type EntryUse, type TaskUse } from '../workspace-index/index-reader.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { Obligation } from '../vocabulary/vocabulary.js';
import type { PageSummary, TaskFact } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import type { Place } from './places.js';
import { pageName } from './symbols.js';
import { leadingRows } from './task-definition.js';
import { nameInRows, nameWithoutLinks } from './task-name.js';
import type { TaskPlaceKind } from './task-place.js';
import { referencesFrom, type TaskReference } from './task-references.js';

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
  const uses = reader.usesOf(id);
  const own = uses.filter(({ page }) => reader.isSameEdition(page.path, from.path));
  const entry = bestEntry(reader.entriesFor(id, from.path));
  return {
    id,
    ...namesOf(entry, own.length > 0 ? own : uses, from),
    services: entry?.services?.value,
    location: entry?.location,
    isRetired: entry?.isRetired === true,
    languages: languagesOf(index, id, uses, from),
  };
}

/** Of several entries for a task, one that isn't retired. */
function bestEntry(entries: readonly EntryUse[]): EntryUse['entry'] | undefined {
  return (entries.find(({ entry }) => !entry.isRetired) ?? entries[0])?.entry;
}

/** The catalogue is in English, and decides the English name. */
function namesOf(
  entry: EntryUse['entry'] | undefined,
  uses: readonly TaskUse[],
  from: PageSummary,
): Pick<TaskCard, 'name' | 'englishName'> {
  const english =
    entry?.name ??
    nameOn(
      leadingRows(
        uses.filter(({ page }) => page.language === 'en'),
        from,
      ),
    );
  const own =
    nameOn(uses.filter(({ page }) => page.path === from.path)) ??
    nameOn(uses.filter(({ page }) => page.language === from.language));
  if (from.language === 'en' || own === undefined || own === english)
    return { name: english ?? nameOn(uses), englishName: undefined };
  return { name: own, englishName: english };
}

/** A relative link would be broken on a card. */
function nameOn(uses: readonly TaskUse[]): string | undefined {
  const name = nameInRows(uses);
  return name === undefined ? undefined : nameWithoutLinks(name);
}

function languagesOf(index: WorkspaceIndex, id: string, uses: readonly TaskUse[], from: PageSummary): TaskLanguage[] {
  const rows = new Map(uses.map(({ page, task }) => [page.path, task.value] as const).reverse());
  const pages = new Map<Language, Map<FilePath, TaskReference[]>>();
  for (const reference of referencesFrom(index, id, from.path)) {
    const ofLanguage = pages.get(reference.language) ?? new Map<FilePath, TaskReference[]>();
    pages.set(reference.language, ofLanguage);
    ofLanguage.set(reference.path, [...(ofLanguage.get(reference.path) ?? []), reference]);
  }
  const order = [from.language, ...LANGUAGES.filter((language) => language !== from.language)];
  return order.flatMap((language) => {
    const ofLanguage = [...(pages.get(language) ?? [])];
    if (ofLanguage.length === 0) return [];
    const shown = ofLanguage
      .slice(0, MOST_PAGES)
      .map(([path, references]) => pageCard(index, path, references, rows.get(path)));
    return [{ language, pages: shown, more: ofLanguage.length - shown.length }];
  });
}

const KINDS: readonly TaskPlaceKind[] = ['table', 'entry', 'mention'];

function pageCard(
  index: WorkspaceIndex,
  path: FilePath,
  references: readonly TaskReference[],
  row: TaskFact | undefined,
): TaskPage {
  const [first] = KINDS.flatMap((kind) => references.filter((reference) => reference.kind === kind));
  return {
    title: pageName(index.pages.get(path) ?? { path, title: undefined }),
    place: { path, span: first?.span ?? { start: 0, end: 0 } },
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

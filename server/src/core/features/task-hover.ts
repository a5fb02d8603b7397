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
import { referencesToTask, type TaskReference } from './task-references.js';

/** What there is to know about a task. All texts are as their authors wrote them: Markdown, HTML and what not. */
export interface TaskCard {
  readonly id: string;
  /** In the language of the page that asks, where any page has it. */
  readonly name: string | undefined;
  /** What `name` is in English; `undefined` where it is English itself, or nobody knows. */
  readonly englishName: string | undefined;
  /** From the catalogue; `undefined` when it does not say, or does not have the task. */
  readonly services: string | undefined;
  readonly location: string | undefined;
  readonly isRetired: boolean;
  /** Where the task is named, the language of the page that asks first. */
  readonly languages: readonly TaskLanguage[];
}

export interface TaskLanguage {
  readonly language: Language;
  /** By path, a few of them. */
  readonly pages: readonly TaskPage[];
  /** How many pages more there are. */
  readonly more: number;
}

/** A page that names the task. */
export interface TaskPage {
  readonly title: string;
  /** The first of them; a table before an entry before text. */
  readonly place: Place;
  readonly kind: TaskPlaceKind;
  /** How often. */
  readonly count: number;
  /** What the page's table says of the task; `undefined` without a table. */
  readonly row: TaskCardRow | undefined;
}

export interface TaskCardRow {
  readonly obligation: Obligation | undefined;
  /** As written, whatever it means. */
  readonly letter: string | undefined;
  readonly role: string | undefined;
  readonly services: string | undefined;
}

/** How many pages are told of one language. */
const MOST_PAGES = 6;

/** The card of a task, for a reader of the page `from`. */
export function taskCard(index: WorkspaceIndex, id: string, from: PageSummary): TaskCard {
  const reader = new IndexReader(index);
  const uses = reader.usesOf(id);
  const entry = bestEntry(reader.entriesOf(id));
  return {
    id,
    ...namesOf(entry, uses, from),
    services: entry?.services?.value,
    location: entry?.location,
    isRetired: entry?.isRetired === true,
    languages: languagesOf(index, id, uses, from),
  };
}

/** Of several entries for a task one that is not kept for the record only. */
function bestEntry(entries: readonly EntryUse[]): EntryUse['entry'] | undefined {
  return (entries.find(({ entry }) => !entry.isRetired) ?? entries[0])?.entry;
}

/** The catalogue is English, and has the last word on what a task is called there. */
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

/** A link that leads on from a row leads nowhere from a card. */
function nameOn(uses: readonly TaskUse[]): string | undefined {
  const name = nameInRows(uses);
  return name === undefined ? undefined : nameWithoutLinks(name);
}

function languagesOf(index: WorkspaceIndex, id: string, uses: readonly TaskUse[], from: PageSummary): TaskLanguage[] {
  const rows = new Map(uses.map(({ page, task }) => [page.path, task.value] as const).reverse());
  const pages = new Map<Language, Map<FilePath, TaskReference[]>>();
  for (const reference of referencesToTask(index, id)) {
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

import type { ReadingContext } from '../dialect/reading-context.js';
import { bestMatch, type TermSet } from '../vocabulary/term-set.js';
import type { Language } from '../vocabulary/language.js';
import type { Obligation, Vocabulary } from '../vocabulary/vocabulary.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { IndexReader, type TaskUse } from '../workspace-index/index-reader.js';
import type { PageSummary, TermsFact } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { sameTaskAs } from '../comparison/english-names.js';
import { withPendingMark } from '../dialect/pending-marks.js';
import { cellSource } from '../edits/cell-text.js';
import { nameInRows } from '../features/task-name.js';
import type { CompletionRequest } from './completion.js';

/** A task of other pages, in the words of the current page. */
export interface KnownTask {
  readonly id: string;
  readonly name: string | undefined;
  /** By which the task is found on a page in another language. */
  readonly englishName: string | undefined;
  /** Whether the name is in the language of the page. */
  readonly isNameTranslated: boolean;
  readonly obligation: Obligation | undefined;
  readonly role: string | undefined;
  readonly services: string | undefined;
}

/** The name as the source of a cell; a name in another language is marked. */
export function taskNameSource({ name = '', isNameTranslated }: KnownTask): string {
  const source = cellSource(name, ' ');
  return isNameTranslated ? source : withPendingMark(source);
}

type Around = NonNullable<CompletionRequest['workspace']>;

/** Reads tasks from the workspace, for one page. */
export class KnownTasks {
  readonly #index: WorkspaceIndex;
  readonly #reader: IndexReader;
  readonly #path: FilePath;
  readonly #page: ReadingContext;
  readonly #audience: string;
  readonly #known = new Map<string, KnownTask | undefined>();
  #ids: readonly string[] | undefined;

  constructor({ index, path }: Around, page: ReadingContext) {
    this.#index = index;
    this.#reader = new IndexReader(index);
    this.#path = path;
    this.#page = page;
    this.#audience = String(index.pages.get(path)?.audience);
  }

  /**
   * Every task in a catalogue or on a page: on a translation, first the tasks of the English page in their order, since
   * they are still to be translated; then those of pages in the same language and edition for the same audience; then
   * all others. By number.
   */
  get ids(): readonly string[] {
    return (this.#ids ??= this.#orderedIds());
  }

  #orderedIds(): string[] {
    const { pagesWithEntry, pagesWithTask } = this.#index;
    const { pattern } = this.#page.vocabulary.taskId;
    const all = new Set(
      [...pagesWithEntry.keys(), ...pagesWithTask.keys()].filter((id) => pattern.test(id)).sort(byNumber),
    );
    const original = this.#page.language === 'en' ? undefined : this.#reader.translationsOf(this.#path).get('en');
    const ofOriginal = original?.tasks.map(({ value }) => value.id.value) ?? [];
    return [...new Set([...ofOriginal, ...[...all].filter((id) => this.#isUsedAlike(id)), ...all])];
  }

  #isUsedAlike(id: string): boolean {
    for (const path of this.#index.pagesWithTask.get(id) ?? []) {
      const page = this.#index.pages.get(path);
      if (page !== undefined && path !== this.#path && this.#rankOf(page) === 0) return true;
    }
    return false;
  }

  /** `undefined` for a task that is on no other page and in no catalogue, and for a retired one. */
  task(id: string): KnownTask | undefined {
    if (!this.#known.has(id)) this.#known.set(id, this.#read(id));
    return this.#known.get(id);
  }

  #read(id: string): KnownTask | undefined {
    const all = this.#reader
      .usesOf(id, (page) => page.path !== this.#path)
      .sort((a, b) => this.#rankOf(a.page) - this.#rankOf(b.page));
    const own = all.filter(({ page }) => this.#rankOf(page) < OTHER_EDITION);
    // What another edition says counts only for a task that this one doesn't have yet.
    const uses = own.length > 0 ? own : all;
    const entries = this.#reader.entriesFor(id, this.#path);
    const entry = entries.find(({ entry: { isRetired } }) => !isRetired)?.entry;
    if ((entry === undefined && entries.length > 0) || (uses.length === 0 && entry === undefined)) return undefined;
    const page = this.#index.pages.get(this.#path);
    const isSameTask = page === undefined || page.language === 'en' ? () => true : sameTaskAs(id, page, this.#reader);
    const translated = nameInRows(
      uses.filter((use) => use.page.language === this.#page.language && isSameTask(use.page)),
    );
    const english = entry?.name ?? nameInRows(uses.filter((use) => use.page.language === 'en' && isSameTask(use.page)));
    const name = translated ?? entry?.name ?? nameInRows(uses.filter((use) => isSameTask(use.page)));
    return {
      id,
      name: plainName(name),
      englishName: plainName(english),
      isNameTranslated: translated !== undefined || (this.#page.language === 'en' && entry?.name !== undefined),
      obligation: firstOf(uses, ({ task }) => task.value.obligation),
      role: firstOf(uses, ({ page, task }) =>
        this.#written(task.value.role, page.language, this.#page.vocabulary.roles),
      ),
      services:
        firstOf(uses, ({ page, task }) =>
          this.#written(task.value.services, page.language, this.#page.vocabulary.services),
        ) ?? this.#written(entry?.services, 'en', this.#page.vocabulary.services),
    };
  }

  /** 0 for the same language and audience; higher for less similar pages. */
  #rankOf({ language, audience, path }: PageSummary): number {
    const forOthers = String(audience) === this.#audience ? 0 : 1;
    const ofOtherEdition = this.#reader.isSameEdition(path, this.#path) ? 0 : OTHER_EDITION;
    return ofOtherEdition + forOthers + (language === this.#page.language ? 0 : language === 'en' ? 2 : 4);
  }

  /**
   * The cell as written, if it's correct in this language; otherwise its terms, in the same order, in this language.
   */
  #written(fact: TermsFact | undefined, language: Language, terms: TermSet): string | undefined {
    if (fact?.ids === undefined || fact.ids.length === 0) return undefined;
    const matches = terms.split(fact.value).map((part) => bestMatch(part.matches, language));
    const isRight = matches.every(
      (match) => match !== undefined && match.language === this.#page.language && match.kind !== 'error',
    );
    if (isRight && language === this.#page.language && !MARKUP.test(fact.value)) return fact.value;
    const ids = matches.some((match) => match === undefined)
      ? fact.ids
      : [...new Set(matches.flatMap((match) => match?.id ?? []))];
    return ids
      .map((id) => terms.spelling(id, this.#page.language))
      .join(this.#page.vocabulary.separators[this.#page.language]);
  }
}

/** A rank that no page of the same edition has. */
const OTHER_EDITION = 8;

/** A relative link of another page would be broken on this one, so only its text is kept. */
const LINK_BESIDE = /\[([^\][\r\n]*)\]\((?!https?:|mailto:)[^()\r\n]*\)/g;

function plainName(name: string | undefined): string | undefined {
  return name?.replace(LINK_BESIDE, '$1').replace(/\s+/g, ' ').trim();
}

/** A cell with more than words isn't copied. */
const MARKUP = /[<>`*[\]|\\]/;

interface Kept {
  readonly revision: number;
  readonly path: FilePath;
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly tasks: KnownTasks;
}

/** The last result per index: completion runs at every letter, and the index rarely changes in between. */
const kept = new WeakMap<WorkspaceIndex, Kept>();

/** The tasks of other pages; `undefined` without a workspace. */
export function tasksOfOthers({
  workspace,
  playbook: { language, vocabulary },
}: Pick<CompletionRequest, 'workspace' | 'playbook'>): KnownTasks | undefined {
  if (workspace === undefined) return undefined;
  const { index, path } = workspace;
  const last = kept.get(index);
  if (
    last?.revision === index.revision &&
    last.path === path &&
    last.language === language &&
    last.vocabulary === vocabulary
  )
    return last.tasks;
  const tasks = new KnownTasks(workspace, { language, vocabulary });
  kept.set(index, { revision: index.revision, path, language, vocabulary, tasks });
  return tasks;
}

function firstOf<T>(uses: readonly TaskUse[], read: (use: TaskUse) => T | undefined): T | undefined {
  for (const use of uses) {
    const found = read(use);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}

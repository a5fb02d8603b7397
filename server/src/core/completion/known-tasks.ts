import type { ReadingContext } from '../dialect/reading-context.js';
import { bestMatch, type TermSet } from '../vocabulary/term-set.js';
import type { Language } from '../vocabulary/language.js';
import type { Obligation, Vocabulary } from '../vocabulary/vocabulary.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { IndexReader, type TaskUse } from '../workspace-index/index-reader.js';
import { topics, type Topic } from '../workspace-index/topics.js';
import type { PageSummary, TermsFact } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { sameTaskAs } from '../comparison/english-names.js';
import { withPendingMark } from '../dialect/pending-marks.js';
import { cellSource } from '../edits/cell-text.js';
import { nameInRows } from '../features/task-name.js';
import type { CompletionRequest } from './completion.js';
import { RankedUses } from '../features/ranked-uses.js';
import { sortedIds } from './sorted-ids.js';

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

/** Something that was found out at a revision of the index, and what it depends on. */
interface Known<Value> {
  readonly value: Value;
  readonly topics: readonly Topic[];
  readonly revision: number;
}

/** Which pages are similar also depends on these. */
const SIMILARITY: readonly Topic[] = [topics.editions, topics.docsets];

/** The tasks in their order, and what it depends on. */
interface Order {
  readonly revision: number;
  readonly sorted: readonly string[];
  readonly original: readonly string[];
  readonly usedAlike: ReadonlySet<string>;
  readonly ids: readonly string[];
}

type Around = NonNullable<CompletionRequest['workspace']>;

/** Reads tasks from the workspace, for one page. What it found out is used as long as the index doesn't contradict. */
export class KnownTasks {
  readonly #index: WorkspaceIndex;
  readonly #path: FilePath;
  readonly #page: ReadingContext;
  readonly #audience: string;
  readonly #tasks = new Map<string, Known<KnownTask | undefined>>();
  #ranks: Known<WeakMap<PageSummary, number>> | undefined;
  #order: Order | undefined;

  constructor({ index, path }: Around, page: ReadingContext) {
    this.#index = index;
    this.#path = path;
    this.#page = page;
    this.#audience = audienceOf(index, path);
  }

  /**
   * Every task in a catalogue or on a page: on a translation, first the tasks of the English page in their order, since
   * they are still to be translated; then those of pages in the same language and edition for the same audience; then
   * all others. By number.
   */
  get ids(): readonly string[] {
    if (this.#order?.revision !== this.#index.revision) this.#order = this.#orderAfter(this.#order);
    return this.#order.ids;
  }

  /** Most changes concern other tasks than those that make a difference. */
  #orderAfter(last: Order | undefined): Order {
    const { revision } = this.#index;
    const sorted = sortedIds(this.#index);
    const original = this.#idsOfOriginal();
    const usedAlike = this.#usedAlikeAfter(last, sorted);
    const isSame =
      last?.sorted === sorted && last.usedAlike === usedAlike && String(last.original) === String(original);
    const ids = isSame ? last.ids : this.#ordered(sorted, original, usedAlike);
    return { revision, sorted, original, usedAlike, ids };
  }

  #ordered(sorted: readonly string[], original: readonly string[], usedAlike: ReadonlySet<string>): string[] {
    const { pattern } = this.#page.vocabulary.taskId;
    const all = sorted.filter((id) => pattern.test(id));
    return [...new Set([...original, ...all.filter((id) => usedAlike.has(id)), ...all])];
  }

  #idsOfOriginal(): readonly string[] {
    if (this.#page.language === 'en') return [];
    const english = new IndexReader(this.#index).translationsOf(this.#path).get('en');
    return english?.tasks.map(({ value }) => value.id.value) ?? [];
  }

  /** The tasks of similar pages; the same set if it's the same. */
  #usedAlikeAfter(last: Order | undefined, sorted: readonly string[]): ReadonlySet<string> {
    const isKnown = last !== undefined && !this.#index.hasChanged(SIMILARITY, last.revision);
    const changed = isKnown ? this.#index.tasksChangedSince(last.revision) : undefined;
    if (last === undefined || changed === undefined) return new Set(sorted.filter((id) => this.#isUsedAlike(id)));
    const different = [...changed].filter((id) => this.#isUsedAlike(id) !== last.usedAlike.has(id));
    if (different.length === 0) return last.usedAlike;
    const usedAlike = new Set(last.usedAlike);
    for (const id of different) if (!usedAlike.delete(id)) usedAlike.add(id);
    return usedAlike;
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
    let task = this.#tasks.get(id);
    if (task === undefined || this.#index.hasChanged(task.topics, task.revision)) {
      const reader = new IndexReader(this.#index);
      task = this.#known(this.#read(id, reader), reader.topics);
      this.#tasks.set(id, task);
    }
    return task.value;
  }

  #known<Value>(value: Value, read: Iterable<Topic>): Known<Value> {
    return { value, topics: [...read, ...SIMILARITY], revision: this.#index.revision };
  }

  #read(id: string, reader: IndexReader): KnownTask | undefined {
    const uses = this.#usesOf(id, reader);
    const entries = reader.entriesFor(id, this.#path);
    const entry = entries.find(({ entry: { isRetired } }) => !isRetired)?.entry;
    if ((entry === undefined && entries.length > 0) || (uses.isEmpty && entry === undefined)) return undefined;
    const page = this.#index.pages.get(this.#path);
    const isSameTask = page === undefined || page.language === 'en' ? () => true : sameTaskAs(id, page, reader);
    const { language, vocabulary } = this.#page;
    const translated = nameInRows(uses.on((one) => one.language === language && isSameTask(one)));
    const english = entry?.name ?? nameInRows(uses.on((one) => one.language === 'en' && isSameTask(one)));
    const name = translated ?? entry?.name ?? nameInRows(uses.on(isSameTask));
    const all = uses.on(() => true);
    return {
      id,
      name: plainName(name),
      englishName: plainName(english),
      isNameTranslated: translated !== undefined || (language === 'en' && entry?.name !== undefined),
      obligation: firstOf(all, ({ task }) => task.value.obligation),
      role: firstOf(all, ({ page: { language }, task }) => this.#written(task.value.role, language, vocabulary.roles)),
      services:
        firstOf(all, ({ page: { language }, task }) =>
          this.#written(task.value.services, language, vocabulary.services),
        ) ?? this.#written(entry?.services, 'en', vocabulary.services),
    };
  }

  /** What another edition says counts only for a task that this one doesn't have yet. */
  #usesOf(id: string, reader: IndexReader): RankedUses {
    const pages = reader.pagesNaming(id).filter(({ path }) => path !== this.#path);
    const own = pages.filter((page) => this.#rankOf(page) < OTHER_EDITION);
    const rankOf = (page: PageSummary): number => this.#rankOf(page);
    const ofOwn = new RankedUses(id, own, rankOf);
    return ofOwn.isEmpty ? new RankedUses(id, pages, rankOf) : ofOwn;
  }

  /** 0 for the same language and audience; higher for less similar pages. */
  #rankOf(page: PageSummary): number {
    if (this.#ranks === undefined || this.#index.hasChanged(this.#ranks.topics, this.#ranks.revision))
      this.#ranks = this.#known(new WeakMap<PageSummary, number>(), []);
    const ranks = this.#ranks.value;
    let rank = ranks.get(page);
    if (rank === undefined) ranks.set(page, (rank = this.#findRank(page)));
    return rank;
  }

  #findRank({ language, audience, path }: PageSummary): number {
    const { editions } = this.#index;
    const forOthers = String(audience) === this.#audience ? 0 : 1;
    const ofOtherEdition = editions.of(path) === editions.of(this.#path) ? 0 : OTHER_EDITION;
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
  readonly path: FilePath;
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly audience: string;
  readonly tasks: KnownTasks;
}

/** The last page per index: completion runs at every letter, and most letters change nothing about other tasks. */
const kept = new WeakMap<WorkspaceIndex, Kept>();

/** The tasks of other pages; `undefined` without a workspace. */
export function tasksOfOthers({
  workspace,
  playbook: { language, vocabulary },
}: Pick<CompletionRequest, 'workspace' | 'playbook'>): KnownTasks | undefined {
  if (workspace === undefined) return undefined;
  const { index, path } = workspace;
  const audience = audienceOf(index, path);
  const last = kept.get(index);
  if (last?.path === path && last.language === language && last.vocabulary === vocabulary && last.audience === audience)
    return last.tasks;
  const tasks = new KnownTasks(workspace, { language, vocabulary });
  kept.set(index, { path, language, vocabulary, audience, tasks });
  return tasks;
}

function audienceOf(index: WorkspaceIndex, path: FilePath): string {
  return String(index.pages.get(path)?.audience);
}

function firstOf<T>(uses: Iterable<TaskUse>, read: (use: TaskUse) => T | undefined): T | undefined {
  for (const use of uses) {
    const found = read(use);
    if (found !== undefined) return found;
  }
  return undefined;
}

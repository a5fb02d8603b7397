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
import { RankedUses } from './ranked-uses.js';
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

type Around = NonNullable<CompletionRequest['workspace']>;

/** Reads tasks from the workspace, for one page. What it found out is used as long as the index doesn't contradict. */
export class KnownTasks {
  readonly #index: WorkspaceIndex;
  readonly #path: FilePath;
  readonly #page: ReadingContext;
  readonly #audience: string;
  readonly #tasks = new Map<string, Known<KnownTask | undefined>>();
  readonly #usedAlike = new Map<string, Known<boolean>>();
  #ranks: Known<WeakMap<PageSummary, number>> | undefined;
  #ids: { readonly revision: number; readonly ids: readonly string[] } | undefined;

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
    const { revision } = this.#index;
    if (this.#ids?.revision !== revision) this.#ids = { revision, ids: this.#orderedIds() };
    return this.#ids.ids;
  }

  #orderedIds(): string[] {
    const { pattern } = this.#page.vocabulary.taskId;
    const all = new Set(sortedIds(this.#index).filter((id) => pattern.test(id)));
    const reader = new IndexReader(this.#index);
    const original = this.#page.language === 'en' ? undefined : reader.translationsOf(this.#path).get('en');
    const ofOriginal = original?.tasks.map(({ value }) => value.id.value) ?? [];
    const usedAlike = [...all].filter((id) => this.#remembered(this.#usedAlike, id, () => this.#isUsedAlike(id)));
    return [...new Set([...ofOriginal, ...usedAlike, ...all])];
  }

  #isUsedAlike(id: string): Known<boolean> {
    for (const path of this.#index.pagesWithTask.get(id) ?? []) {
      const page = this.#index.pages.get(path);
      if (page !== undefined && path !== this.#path && this.#rankOf(page) === 0) return this.#known(true, [topics.task(id)]);
    }
    return this.#known(false, [topics.task(id)]);
  }

  /** `undefined` for a task that is on no other page and in no catalogue, and for a retired one. */
  task(id: string): KnownTask | undefined {
    return this.#remembered(this.#tasks, id, () => {
      const reader = new IndexReader(this.#index);
      return this.#known(this.#read(id, reader), reader.topics);
    });
  }

  #remembered<Value>(known: Map<string, Known<Value>>, id: string, find: () => Known<Value>): Value {
    let found = known.get(id);
    if (found === undefined || this.#index.hasChanged(found.topics, found.revision)) known.set(id, (found = find()));
    return found.value;
  }

  /** Which pages are similar depends on the editions, too. */
  #known<Value>(value: Value, read: Iterable<Topic>): Known<Value> {
    return { value, topics: [...read, topics.editions], revision: this.#index.revision };
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
      this.#ranks = this.#known(new WeakMap<PageSummary, number>(), [topics.docsets]);
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
  if (
    last?.path === path &&
    last.language === language &&
    last.vocabulary === vocabulary &&
    last.audience === audience
  )
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

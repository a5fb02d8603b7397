import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import { isPartOfTheWay, sameText, sameWords } from './compare.js';
import { Editor, type Reaction } from './editor.js';
import type { Kind, Mutation } from './kind.js';
import { Page } from './page.js';
import { Random } from './random.js';
import { setOf, type MutatedWorkspace, type SetName } from './workspaces.js';

/** How many mistakes are made, and which. */
export interface Plan {
  readonly kinds: readonly Kind[];
  /** How many mistakes of each kind are made in each set. */
  readonly perKind: number;
  readonly seed: number;
  readonly sets: readonly SetName[];
  readonly language: string | undefined;
}

/** One mistake, and what an author would get. */
export interface Injection {
  readonly kind: Kind;
  readonly set: SetName;
  readonly workspace: string;
  readonly page: Page;
  readonly mutation: Mutation;
  readonly reaction: Reaction;
  readonly result: Result;
}

export interface Result {
  /** A new problem is on the line of the mistake. */
  readonly isFound: boolean;
  /** It is an error or a warning. */
  readonly isSevere: boolean;
  /** How many new problems are on other lines. */
  readonly cascade: number;
  /** The first fix restores the page. */
  readonly isFirstRight: boolean;
  /** One of the first three fixes restores the page. */
  readonly isOneOfThreeRight: boolean;
  /** The first fix leads to other words than those of the original page, of the page with the mistake, or in between. */
  readonly isFirstWrong: boolean;
  /** There is a problem, but no fix. */
  readonly hasNoFix: boolean;
  /** Safe and preferred fixes that do so, by their titles. */
  readonly unsafe: readonly string[];
}

interface Task {
  readonly kind: Kind;
  readonly set: SetName;
  readonly workspace: MutatedWorkspace;
  readonly page: Page;
  readonly mutation: Mutation;
}

/** Makes all mistakes of a plan in clean pages, and shows each of them to the server. */
export async function measure(workspaces: readonly MutatedWorkspace[], plan: Plan): Promise<Injection[]> {
  const found: Injection[] = [];
  const clean: { readonly workspace: MutatedWorkspace; readonly page: Page }[] = [];
  const editors = new Map<MutatedWorkspace, readonly Editor[]>();
  try {
    for (const workspace of workspaces) {
      const pair = await Promise.all([Editor.start(workspace.folder), Editor.start(workspace.folder)]);
      editors.set(workspace, pair);
      for (const page of await cleanPages(workspace, pair)) clean.push({ workspace, page });
    }
    const tasks = plan.kinds.flatMap((kind) => plan.sets.flatMap((set) => tasksOf(kind, set, clean, plan)));
    const results = new Map<Task, Injection>();
    for (const [workspace, pair] of editors) {
      const own = tasks.filter((task) => task.workspace === workspace);
      await shared(pair, [...new Set(own.map(({ page }) => page))], async (editor, page) => {
        await editor.open(page.file, page.text);
        for (const task of own) if (task.page === page) results.set(task, await inject(editor, task));
      });
    }
    for (const task of tasks) found.push(...[results.get(task)].filter((injection) => injection !== undefined));
    return found;
  } finally {
    await Promise.all([...editors.values()].flat().map((editor) => editor.stop()));
  }
}

/** The pages without errors and warnings, after all safe fixes: later ones are due to the mistakes alone. */
async function cleanPages({ pages }: MutatedWorkspace, editors: readonly Editor[]): Promise<Page[]> {
  const clean = new Map<Page, Page>();
  await shared(editors, pages, async (editor, page) => {
    if ((await editor.open(page.file, page.text)).some(isSevere)) return;
    const fixed = await editor.fixAll();
    clean.set(page, fixed === page.text ? page : new Page(page.file, fixed));
  });
  return pages.flatMap((page) => clean.get(page) ?? []);
}

/** Does `work` for all items. Each editor takes the next item when it is done with one. */
async function shared<Item>(
  editors: readonly Editor[],
  items: readonly Item[],
  work: (editor: Editor, item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    editors.map(async (editor) => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(editor, item);
    }),
  );
}

/** The mistakes of one kind in one set: the same for the same seed and pages. */
function tasksOf(kind: Kind, set: SetName, clean: readonly Pick<Task, 'page' | 'workspace'>[], plan: Plan): Task[] {
  const { seed, perKind, language } = plan;
  const random = new Random(seed, set, kind.id);
  const pages = clean.filter(
    ({ page }) => setOf(page) === set && (language === undefined || page.language === language),
  );
  const tasks: Task[] = [];
  const made = new Set<string>();
  let waiting = alternating(random.shuffled(pages));
  // A page takes part in the next round if a new mistake could be made in it.
  while (waiting.length > 0 && tasks.length < perKind) {
    const fruitful: typeof waiting = [];
    for (const { workspace, page } of waiting) {
      if (tasks.length === perKind) break;
      const mutation = newMutation(kind, page, random, made);
      if (mutation === undefined) continue;
      made.add(mutation.text);
      tasks.push({ kind, set, workspace, page, mutation });
      fruitful.push({ workspace, page });
    }
    waiting = fruitful;
  }
  return tasks;
}

const ATTEMPTS = 5;

function newMutation(kind: Kind, page: Page, random: Random, made: ReadonlySet<string>): Mutation | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const mutation = kind.apply(page, random);
    if (mutation === undefined) return undefined;
    if (!made.has(mutation.text)) return mutation;
  }
  return undefined;
}

/** The pages in another order: one of each language, then the next one of each. */
function alternating<Item extends { readonly page: Page }>(items: readonly Item[]): Item[] {
  const rank = new Map<string, number>();
  return items
    .map((item) => {
      const place = rank.get(item.page.language) ?? 0;
      rank.set(item.page.language, place + 1);
      return { item, place };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

async function inject(editor: Editor, { kind, set, workspace, page, mutation }: Task): Promise<Injection> {
  const reaction = await editor.reactionTo(mutation.text, mutation.lines);
  const result = resultOf(page.text, mutation, reaction);
  return { kind, set, workspace: workspace.name, page, mutation, reaction, result };
}

function resultOf(original: string, mutation: Mutation, { here, elsewhere, fixes, fixedAll }: Reaction): Result {
  const right = [original, ...mutation.alsoRight];
  const isRight = (text: string): boolean => right.some((one) => sameText(one, text));
  const isWrong = (text: string): boolean =>
    ![...right, mutation.text].some((one) => sameWords(one, text)) && !isPartOfTheWay(text, original, mutation.text);
  const [first] = fixes;
  return {
    isFound: here.length > 0,
    isSevere: here.some(isSevere),
    cascade: elsewhere.length,
    isFirstRight: first !== undefined && isRight(first.text),
    isOneOfThreeRight: fixes.slice(0, 3).some(({ text }) => isRight(text)),
    isFirstWrong: first !== undefined && isWrong(first.text),
    hasNoFix: here.length > 0 && fixes.length === 0,
    unsafe: [
      ...fixes.filter(({ isPreferred, text }) => isPreferred && isWrong(text)).map(({ title }) => title),
      ...(fixedAll !== undefined && isWrong(fixedAll) ? ['Fix all safe problems'] : []),
    ],
  };
}

function isSevere({ severity = DiagnosticSeverity.Error }: Diagnostic): boolean {
  return severity <= DiagnosticSeverity.Warning;
}

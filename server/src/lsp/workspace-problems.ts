import type { Diagnostic } from 'vscode-languageserver';
import type { FilePath } from '../core/index.js';
import type { WorkspaceCounts } from '../protocol/index.js';
import { filePathOf, uriOf, type Check } from '../workspace/index.js';
import { problemsToShow, type Session } from './session.js';
import { toDiagnostic } from './to-lsp.js';

/** What is known of a file that nobody has open. */
export interface FileAnswer {
  readonly uri: string;
  readonly kind: Check['kind'];
  readonly items: readonly Diagnostic[];
  /** The same as long as `items` is. */
  readonly resultId: string;
}

interface KeptAnswer extends FileAnswer {
  readonly text: string;
  /** Only what tells whether the answer still holds: a parsed page is too large to be kept for each. */
  readonly basis: Pick<Check, 'basis'>;
}

export interface CheckProgress {
  /** `false`: stop. */
  proceed(done: number, total: number): boolean;
}

/** The problems of the files of the workspace that nobody has open. A file is checked again only when its text or what it asked about others has changed. */
export class WorkspaceProblems {
  readonly #session: Session;
  #answers = new Map<FilePath, KeptAnswer>();
  #count = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Settings or configuration have changed: nothing holds. */
  forget(): void {
    this.#answers = new Map();
  }

  /** The answers for all files that are not open, by path. `undefined` without a workspace. */
  async all(progress: CheckProgress): Promise<readonly FileAnswer[] | undefined> {
    const { workspace, documents } = this.#session;
    if (!(await workspace.indexed())) return undefined;
    const open = new Set(documents.all().map(({ uri }) => filePathOf(uri)));
    const { pages, tocs } = workspace.index;
    const paths = [...pages.keys(), ...tocs.keys()].filter((path) => !open.has(path)).sort();
    const answers: FileAnswer[] = [];
    for (const [index, path] of paths.entries()) {
      const answer = await this.#answerFor(path);
      if (answer !== undefined) answers.push(answer);
      if (!progress.proceed(index + 1, paths.length)) break;
    }
    for (const path of this.#answers.keys()) if (!pages.has(path) && !tocs.has(path)) this.#answers.delete(path);
    return answers;
  }

  async #answerFor(path: FilePath): Promise<FileAnswer | undefined> {
    const { workspace, settings } = this.#session;
    const text = (workspace.index.pages.get(path) ?? workspace.index.tocs.get(path))?.text;
    if (text === undefined) return undefined;
    const known = this.#answers.get(path);
    if (known?.text === text && workspace.holds(known.basis)) return known;
    // Others get their turn between two checks, not between two answers that are known.
    await breathe();
    const uri = uriOf(path);
    const own = await settings.of(uri);
    const check = await workspace.check(uri, { text, encoding: 'utf-8' });
    const items = problemsToShow(check, own).map((problem) => this.#toDiagnostic(problem, uri, check));
    const isSame = known !== undefined && JSON.stringify(known.items) === JSON.stringify(items);
    const answer = { uri, kind: check.kind, items, resultId: isSame ? known.resultId : `w${++this.#count}`, text, basis: { basis: check.basis } };
    this.#answers.set(path, answer);
    return answer;
  }

  #toDiagnostic(problem: Check['problems'][number], uri: string, { lines }: Check): Diagnostic {
    const { client, positions, workspace } = this.#session;
    return toDiagnostic(problem, { uri, lines, client, positions, index: workspace.index });
  }
}

/** Sums up what all files have, those that are open included. */
export function countsOf(answers: readonly Pick<FileAnswer, 'kind' | 'items'>[]): WorkspaceCounts {
  const all = answers.flatMap(({ items }) => items);
  const count = (...severities: readonly number[]): number => all.filter(({ severity }) => severities.includes(severity ?? 1)).length;
  return { files: answers.filter(({ kind }) => kind === 'playbook').length, errors: count(1), warnings: count(2), notes: count(3, 4) };
}

/** Lets the messages that came in meanwhile have their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

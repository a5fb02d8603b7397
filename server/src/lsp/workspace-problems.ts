import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { FilePath } from '../core/index.js';
import type { WorkspaceCounts } from '../protocol/index.js';
import { uriOf, type Check } from '../workspace/index.js';
import { problemsToShow, type Session } from './session.js';
import { toDiagnostic } from './to-lsp.js';

/** What is known of a file that the client does not ask about. */
export interface FileAnswer {
  readonly uri: string;
  /** Whether it is a playbook, and checking is not switched off for it. */
  readonly isCheckedPlaybook: boolean;
  readonly items: readonly Diagnostic[];
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

/** The problems of the files of the workspace that the client does not ask about. A file is checked again only when its text or what it asked about others has changed. */
export class WorkspaceProblems {
  readonly #session: Session;
  readonly #isElsewhere: (uri: string) => boolean;
  #answers = new Map<FilePath, KeptAnswer>();

  /** `isElsewhere`: the client has the problems of this document in another way. */
  constructor(session: Session, isElsewhere: (uri: string) => boolean) {
    this.#session = session;
    this.#isElsewhere = isElsewhere;
  }

  /** Settings or configuration have changed: nothing holds. */
  forget(): void {
    this.#answers = new Map();
  }

  /** The answers for all files that the client does not have elsewhere, by path. `undefined` without a workspace. */
  async all(progress: CheckProgress): Promise<readonly FileAnswer[] | undefined> {
    const { workspace } = this.#session;
    if (!(await workspace.indexed())) return undefined;
    const kept = this.#answers;
    const { pages, tocs, files } = workspace.index;
    // A document that was deleted may still be open, in no tab.
    const paths = [...pages.keys(), ...tocs.keys()]
      .filter((path) => files.has(path) && !this.#isElsewhere(uriOf(path)))
      .sort();
    const answers: FileAnswer[] = [];
    for (const [index, path] of paths.entries()) {
      const answer = await this.#answerFor(path, kept);
      if (answer !== undefined) answers.push(answer);
      if (!progress.proceed(index + 1, paths.length)) break;
    }
    for (const path of kept.keys()) if (!pages.has(path) && !tocs.has(path)) kept.delete(path);
    return answers;
  }

  async #answerFor(path: FilePath, kept: Map<FilePath, KeptAnswer>): Promise<FileAnswer | undefined> {
    const { workspace, settings } = this.#session;
    const text = (workspace.index.pages.get(path) ?? workspace.index.tocs.get(path))?.text;
    if (text === undefined) return undefined;
    const known = kept.get(path);
    if (known?.text === text && workspace.holds(known.basis)) return known;
    // Others get their turn between two checks, not between two answers that are known.
    await yieldToEventLoop();
    const uri = uriOf(path);
    const own = await settings.of(uri);
    const check = await workspace.check(uri, { text, encoding: 'utf-8' });
    const items = problemsToShow(check, own).map((problem) => this.#toDiagnostic(problem, uri, check));
    const answer = {
      uri,
      isCheckedPlaybook: own.enable && check.kind === 'playbook',
      items,
      text,
      basis: { basis: check.basis },
    };
    kept.set(path, answer);
    return answer;
  }

  #toDiagnostic(problem: Check['problems'][number], uri: string, { lines }: Check): Diagnostic {
    const { client, positions, workspace } = this.#session;
    return toDiagnostic(problem, { uri, lines, client, positions, index: workspace.index });
  }
}

/** Sums up what all files have. */
export function countsOf(answers: readonly Pick<FileAnswer, 'isCheckedPlaybook' | 'items'>[]): WorkspaceCounts {
  const all = answers.flatMap(({ items }) => items);
  const count = (counted: DiagnosticSeverity): number => all.filter(({ severity }) => severity === counted).length;
  return {
    files: answers.filter(({ isCheckedPlaybook }) => isCheckedPlaybook).length,
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    notes: count(DiagnosticSeverity.Information),
  };
}

/** Lets the messages that came in meanwhile have their turn. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

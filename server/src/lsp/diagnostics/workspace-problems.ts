import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { FilePath } from '../../core/index.js';
import type { WorkspaceCounts } from '../../protocol/index.js';
import { NO_DEPENDENCIES, uriOf, type CheckResult, type Uri } from '../../workspace/index.js';
import { yieldToEventLoop, type CheckProgress } from '../session/progress.js';
import { problemsToShow, type Session } from '../session/session.js';
import type { Settings } from '../session/settings.js';
import { toDiagnostic } from '../convert/to-lsp.js';

/** The diagnostics of a file that the client does not request. */
export interface FileDiagnostics {
  readonly uri: string;
  /** Whether it is a playbook and checking isn't off for it. */
  readonly isCheckedPlaybook: boolean;
  readonly items: readonly Diagnostic[];
}

/** Without the parsed page, which is too large to be cached for all files. */
interface CachedDiagnostics extends FileDiagnostics, Pick<CheckResult, 'text' | 'dependencies'> {}

/** The problems of the workspace files that the client does not request. A file is checked again only when its text or its dependencies have changed. */
export class WorkspaceProblems {
  readonly #session: Session;
  readonly #isElsewhere: (uri: string) => boolean;
  #cache = new Map<FilePath, CachedDiagnostics>();

  /** `isElsewhere`: the client gets the problems of this document in another way. */
  constructor(session: Session, isElsewhere: (uri: string) => boolean) {
    this.#session = session;
    this.#isElsewhere = isElsewhere;
  }

  /** The files provide no facts any more. */
  forgetFiles(paths: Iterable<FilePath>): void {
    for (const path of paths) this.#cache.delete(path);
  }

  /** Settings or configuration changed: all cached results are outdated. */
  forget(): void {
    this.#cache = new Map();
  }

  /**
   * The diagnostics of all files that the client doesn't get in another way, by path. `undefined` without a workspace.
   */
  async all(progress: CheckProgress): Promise<readonly FileDiagnostics[] | undefined> {
    const { workspace } = this.#session;
    if (!(await workspace.indexed())) return undefined;
    const cache = this.#cache;
    const { pages, tocs, files } = workspace.index;
    // A document whose file was deleted may still be open without a tab.
    const paths = [...pages.keys(), ...tocs.keys()]
      .filter((path) => files.has(path) && !this.#isElsewhere(uriOf(path)))
      .sort();
    const results: FileDiagnostics[] = [];
    for (const [index, path] of paths.entries()) {
      const result = await this.#resultFor(path, cache);
      if (result !== undefined) results.push(result);
      if (!progress.proceed(index + 1, paths.length)) break;
    }
    return results;
  }

  async #resultFor(path: FilePath, cache: Map<FilePath, CachedDiagnostics>): Promise<FileDiagnostics | undefined> {
    const { workspace, settings } = this.#session;
    const text = (workspace.index.pages.get(path) ?? workspace.index.tocs.get(path))?.text;
    if (text === undefined) return undefined;
    const known = cache.get(path);
    if (known?.text === text && workspace.isFresh(known)) return known;
    const uri = uriOf(path);
    const own = await settings.of(uri);
    const result = own.enable ? await this.#check(uri, text, own) : unchecked(uri, text);
    cache.set(path, result);
    return result;
  }

  async #check(uri: Uri, text: string, settings: Settings): Promise<CachedDiagnostics> {
    // Only before a check, because cached diagnostics take no time.
    await yieldToEventLoop();
    const check = await this.#session.workspace.check(uri, { text, encoding: 'utf-8' });
    const items = problemsToShow(check, settings).map((problem) =>
      toDiagnostic(problem, { uri, lines: check.lines }, this.#session),
    );
    return { uri, isCheckedPlaybook: check.kind === 'playbook', items, text, dependencies: check.dependencies };
  }
}

/** Checking is off for the file, so the rules don't run. */
function unchecked(uri: Uri, text: string): CachedDiagnostics {
  return { uri, isCheckedPlaybook: false, items: [], text, dependencies: NO_DEPENDENCIES };
}

/** The problems of all files, counted by severity. */
export function countsOf(results: readonly Pick<FileDiagnostics, 'isCheckedPlaybook' | 'items'>[]): WorkspaceCounts {
  const all = results.flatMap(({ items }) => items);
  const count = (counted: DiagnosticSeverity): number => all.filter(({ severity }) => severity === counted).length;
  return {
    files: results.filter(({ isCheckedPlaybook }) => isCheckedPlaybook).length,
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    infos: count(DiagnosticSeverity.Information),
  };
}

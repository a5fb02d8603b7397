import { DiagnosticSeverity, EventEmitter, Uri, workspace, type Diagnostic, type Disposable } from 'vscode';
import { DiagnosticCollectionSource, type DiagnosticCollectionProvider } from 'vscode-languageclient';
import type { WorkspaceCounts } from '../../../../server/src/protocol';
import { ProblemCollection, type CollectionTarget } from './problem-collection';
import { ShownProblems } from './shown-problems';

/** The number of shown problems by severity. Hints aren't counted, because the Problems panel doesn't list them. */
export type ProblemCounts = Omit<WorkspaceCounts, 'files'>;

/**
 * How long the shown problems must not change to be considered complete, in milliseconds: a refresh and its answers
 * take time.
 */
const REST = 1_000;
/** The maximum time to wait, in milliseconds. */
const LONGEST_WAIT = 5_000;

/**
 * All problems of the extension in the Problems panel. The client library passes its problems to the collections
 * created here. Unlike its own collections, they keep the problems when the server restarts, and never show two lists
 * for a file.
 */
export class WorkspaceProblems implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #released = new EventEmitter<Uri>();
  readonly #shown: ShownProblems<Diagnostic>;
  #isCheckedOnce = false;

  /** From now on, `panel` shows the problems of a file instead of this class. */
  constructor(panel: { set(uri: Uri, problems: readonly Diagnostic[]): void }) {
    this.#shown = new ShownProblems((uri, problems) => {
      panel.set(Uri.parse(uri), problems);
      this.#changed.fire();
    });
  }

  /** Fires when a document is no longer in a tab. */
  readonly onDidRelease = this.#released.event;

  /** The author checked the whole workspace: all problems are shown until the window is closed. */
  get isAskedForAll(): boolean {
    return this.#isCheckedOnce;
  }

  askForAll(): void {
    this.#isCheckedOnce = true;
  }

  /** For the client library, which disposes its collections when the server stops or crashes. */
  readonly collections: DiagnosticCollectionProvider = {
    create: (name = 'playbook', source) =>
      new ProblemCollection(name, source === DiagnosticCollectionSource.pull ? this.#asked : this.#sent),
    dispose: (collection, source) => {
      collection.dispose();
      if (source === DiagnosticCollectionSource.pull) this.#shown.releaseAll();
    },
  };

  readonly #asked: CollectionTarget = {
    set: (uri, problems) => this.#shown.setAsked(uri.toString(), problems),
    delete: (uri) => {
      this.#shown.release(uri.toString(), this.#staysWhenClosed(uri));
      this.#released.fire(uri);
    },
  };

  readonly #sent: CollectionTarget = {
    set: (uri, problems) => this.#shown.setSent(uri.toString(), problems),
    delete: (uri) => this.#shown.setSent(uri.toString(), []),
  };

  dispose(): void {
    this.#changed.dispose();
    this.#released.dispose();
  }

  /** Only these files have problems, apart from those that the client requests. */
  retain(uris: readonly string[]): void {
    this.#shown.retain(new Set(uris.map((uri) => Uri.parse(uri).toString())));
  }

  /** The server is no longer running. */
  clear(): void {
    this.#shown.clear();
  }

  /** Counts the shown problems once they match what the server found, or no more arrive. */
  async countsOnce(found: ProblemCounts): Promise<ProblemCounts> {
    if (!isSame(this.#counts(), found)) await this.#settled(found);
    return this.#counts();
  }

  #counts(): ProblemCounts {
    const all = this.#shown.all();
    const count = (counted: DiagnosticSeverity): number => all.filter(({ severity }) => severity === counted).length;
    return {
      errors: count(DiagnosticSeverity.Error),
      warnings: count(DiagnosticSeverity.Warning),
      infos: count(DiagnosticSeverity.Information),
    };
  }

  #settled(found: ProblemCounts): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(rest);
        clearTimeout(end);
        listening.dispose();
        resolve();
      };
      const end = setTimeout(done, LONGEST_WAIT);
      let rest = setTimeout(done, REST);
      const listening = this.#changed.event(() => {
        clearTimeout(rest);
        rest = setTimeout(done, REST);
        if (isSame(this.#counts(), found)) done();
      });
    });
  }

  /** Whether the server sends the problems of the file when it isn't in a tab. */
  #staysWhenClosed(uri: Uri): boolean {
    const isConfiguration = /\/\.playbooklint\.(?:jsonc?|yaml)$/.test(uri.path);
    return (
      isConfiguration ||
      this.#isCheckedOnce ||
      workspace.getConfiguration('playbook').get<boolean>('workspaceProblems') === true
    );
  }
}

function isSame(a: ProblemCounts, b: ProblemCounts): boolean {
  return a.errors === b.errors && a.warnings === b.warnings && a.infos === b.infos;
}

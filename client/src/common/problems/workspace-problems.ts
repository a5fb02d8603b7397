import { DiagnosticSeverity, EventEmitter, Uri, workspace, type Diagnostic, type Disposable } from 'vscode';
import { DiagnosticCollectionSource, type DiagnosticCollectionProvider } from 'vscode-languageclient';
import type { WorkspaceCounts } from '../../../../server/src/protocol';
import { ProblemCollection, type CollectionTarget } from './problem-collection';
import { ShownProblems } from './shown-problems';

/** How many problems are shown, by severity. Hints are none: the Problems panel does not list them. */
export type ProblemCounts = Omit<WorkspaceCounts, 'files'>;

/** How long the shown problems must rest, in milliseconds, to be taken for all: a refresh and its answers are on their way. */
const REST = 1_000;
/** How long they are waited for at most, in milliseconds. */
const LONGEST_WAIT = 5_000;

/**
 * Everything that the product has in the Problems panel. The client library hands its problems to the collections made
 * here; unlike its own, they keep what is shown over a restart of the server, and never show two lists for one file.
 */
export class WorkspaceProblems implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #released = new EventEmitter<Uri>();
  readonly #shown: ShownProblems<Diagnostic>;
  #isCheckedOnce = false;

  /** `panel` shows the problems of a file from now on, in place of those before. */
  constructor(panel: { set(uri: Uri, problems: readonly Diagnostic[]): void }) {
    this.#shown = new ShownProblems((uri, problems) => {
      panel.set(Uri.parse(uri), problems);
      this.#changed.fire();
    });
  }

  /** Fires with a document that no tab shows any more. */
  readonly onDidRelease = this.#released.event;

  /** The author has checked the whole workspace: all problems are shown until the window is closed. */
  get isAskedForAll(): boolean {
    return this.#isCheckedOnce;
  }

  askForAll(): void {
    this.#isCheckedOnce = true;
  }

  /** For the client library, which disposes of its collections whenever the server has stopped or crashed. */
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

  /** Only these files have problems beside those that the client asks about. */
  retain(uris: readonly string[]): void {
    this.#shown.retain(new Set(uris.map((uri) => Uri.parse(uri).toString())));
  }

  /** There is no server any more. */
  clear(): void {
    this.#shown.clear();
  }

  /** Counts what is shown, as soon as it is as many as the server has found, or nothing more comes. */
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
      notes: count(DiagnosticSeverity.Information),
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

  /** Whether the server sends the problems of the file while no tab shows it. */
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
  return a.errors === b.errors && a.warnings === b.warnings && a.notes === b.notes;
}

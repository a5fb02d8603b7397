import { commands, EventEmitter, Uri, window, workspace, type Disposable } from 'vscode';
import type { PlaybookState } from '../../../server/src/protocol';

/** Context key for `when` clauses: the active editor shows a playbook that is checked. */
const isPlaybookKey = 'playbook.isPlaybook';
/** Context key: the active editor shows a playbook for which checking is off. */
const isSwitchedOffKey = 'playbook.isSwitchedOff';

/** Stores the server's state of each open document, and updates the context keys. */
export class OpenPlaybooks implements Disposable {
  readonly #states = new Map<string, PlaybookState>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[] = [
    this.#changed,
    window.onDidChangeActiveTextEditor(() => this.#updateContext()),
    workspace.onDidCloseTextDocument((document) => this.#states.delete(document.uri.toString())),
  ];

  /** Fires when the state of a document changes. */
  readonly onDidChange = this.#changed.event;

  /** `undefined`: not checked yet. */
  isPlaybook(uri: Uri): boolean | undefined {
    return this.stateOf(uri)?.isPlaybook;
  }

  /** `undefined`: not checked yet. */
  stateOf(uri: Uri): PlaybookState | undefined {
    return this.#states.get(uri.toString());
  }

  /** Handles a notification from the server. */
  update(state: PlaybookState): void {
    this.#states.set(Uri.parse(state.uri).toString(), state);
    this.#updateContext();
    this.#changed.fire();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #updateContext(): void {
    const active = window.activeTextEditor?.document.uri;
    const state = active && this.stateOf(active);
    void commands.executeCommand('setContext', isPlaybookKey, state?.isPlaybook === true && state.isEnabled);
    void commands.executeCommand('setContext', isSwitchedOffKey, state?.isPlaybook === true && !state.isEnabled);
  }
}

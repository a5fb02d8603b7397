import { commands, EventEmitter, Uri, window, workspace, type Disposable } from 'vscode';
import type { PlaybookState } from '../../../server/src/protocol';

/** Context key for `when` clauses: the active editor shows a playbook. */
const contextKey = 'playbook.isPlaybook';

/** Remembers what the server said about each open document, and keeps the context key right. */
export class OpenPlaybooks implements Disposable {
  private readonly states = new Map<string, boolean>();
  private readonly changed = new EventEmitter<void>();
  private readonly subscriptions: Disposable[] = [
    this.changed,
    window.onDidChangeActiveTextEditor(() => this.updateContext()),
    workspace.onDidCloseTextDocument((document) => this.states.delete(document.uri.toString())),
  ];

  /** Fires when the server's answer about some document changed. */
  readonly onDidChange = this.changed.event;

  /** `undefined`: not checked yet. */
  isPlaybook(uri: Uri): boolean | undefined {
    return this.states.get(uri.toString());
  }

  /** Takes a notification of the server. */
  update({ uri, isPlaybook }: PlaybookState): void {
    const key = Uri.parse(uri).toString();
    if (this.states.get(key) === isPlaybook) return;
    this.states.set(key, isPlaybook);
    this.updateContext();
    this.changed.fire();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private updateContext(): void {
    const active = window.activeTextEditor?.document.uri;
    void commands.executeCommand('setContext', contextKey, active !== undefined && this.isPlaybook(active) === true);
  }
}

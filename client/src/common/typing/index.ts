import type { Disposable } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { formattingMiddleware } from './format-edits';
import { saveFixMiddleware } from './save-fixes';
import { Suggestions } from './suggestions';
import { TypedRows } from './typed-rows';
import { WaitingProblems } from './waiting-problems';

export { suggestsWhileTyping } from './suggestions';

/** Everything that keeps the extension out of the way of an author who types. */
export class Typing implements Disposable {
  private readonly suggestions = new Suggestions();
  private readonly rows = new TypedRows();

  /** For each client of the session. */
  readonly middleware: Middleware = { ...this.suggestions.middleware, ...saveFixMiddleware(this.rows), ...formattingMiddleware(this.rows) };
  readonly problems = new WaitingProblems(this.rows);

  dispose(): void {
    this.suggestions.dispose();
    this.problems.dispose();
    this.rows.dispose();
  }
}

import { languages, type Disposable } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { saveFixMiddleware } from './save-fixes';
import { Suggestions } from './suggestions';
import { TypedRows } from './typed-rows';
import { WaitingProblems } from './waiting-problems';

export { suggestsWhileTyping } from './suggestions';

/** Everything that keeps the extension out of the way of an author who types. */
export class Typing implements Disposable {
  private readonly suggestions = new Suggestions();
  private readonly rows = new TypedRows();

  /** What it adds to a client; the same for each client of the session. */
  readonly middleware: Middleware = { ...this.suggestions.middleware, ...saveFixMiddleware(this.rows) };

  /** Where problems are shown, as soon as the author is done with the row that they are on. */
  readonly problems = new WaitingProblems(languages.createDiagnosticCollection('playbook'), this.rows);

  dispose(): void {
    this.problems.dispose();
    this.suggestions.dispose();
    this.rows.dispose();
  }
}

import type { Disposable, Extension } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { formattingMiddleware } from './format-edits';
import { saveFixMiddleware } from './save-fixes';
import { Snippets } from './snippets';
import { Suggestions } from './suggestions';
import { TypedRows } from './typed-rows';
import { WaitingProblems } from './waiting-problems';

export { suggestsWhileTyping } from './suggestions';

/** Keeps the extension out of the way of an author who is typing. */
export class Typing implements Disposable {
  readonly #rows = new TypedRows();
  readonly #suggestions: Suggestions;

  /** Called for each client of the session. */
  readonly middleware: Middleware;
  readonly problems = new WaitingProblems(this.#rows);

  /** @param extension our own extension, whose manifest lists the snippets */
  constructor(extension: Extension<unknown>) {
    this.#suggestions = new Suggestions(new Snippets(extension));
    this.middleware = {
      ...this.#suggestions.middleware,
      ...saveFixMiddleware(this.#rows),
      ...formattingMiddleware(this.#rows),
    };
  }

  dispose(): void {
    this.#suggestions.dispose();
    this.problems.dispose();
    this.#rows.dispose();
  }
}

import type { Place } from './row-edits';

/**
 * How long VS Code may take to open a list after a trigger character, in milliseconds. Nobody types a word and asks for a
 * list sooner; where somebody does, asking again opens it.
 */
const OPENING = 1000;

/** A request for the entries of a list, without a trigger character. */
export interface ListRequest {
  readonly uri: string;
  readonly version: number;
  readonly caret: Place;
}

/**
 * Tells a list that the author asks for from one that VS Code opens by itself. VS Code does not say which it is, in two cases:
 *
 * - The setting `editor.quickSuggestions` asks once after each change. Who asks again without a change has pressed keys.
 * - After a trigger character, VS Code asks the providers of that character. If they take so long that the author is in
 *   the next word by then, it asks all providers again, as if the author did.
 */
export class ListOpenings {
  /** The version of a document that typing made, until VS Code asks what to suggest for it. */
  private typed: { readonly uri: string; readonly version: number } | undefined;
  /** The last trigger character, until VS Code asks again. */
  private trigger: { readonly uri: string; readonly caret: Place; readonly at: number } | undefined;

  onTyped(uri: string, version: number): void {
    this.typed = { uri, version };
  }

  /** VS Code asks what to suggest after a trigger character. `now` in milliseconds. */
  onTrigger(uri: string, caret: Place, now: number): void {
    this.trigger = { uri, caret, at: now };
  }

  /** `now` in milliseconds; `hasQuickSuggestions`: the setting is on for the document. */
  opensByItself({ uri, version, caret }: ListRequest, hasQuickSuggestions: boolean, now: number): boolean {
    const { typed, trigger } = this;
    this.typed = this.trigger = undefined;
    const isFirst = typed?.uri === uri && typed.version === version;
    const isLate = trigger?.uri === uri && trigger.caret.line === caret.line && trigger.caret.character < caret.character && now - trigger.at < OPENING;
    return (isFirst && hasQuickSuggestions) || isLate;
  }
}

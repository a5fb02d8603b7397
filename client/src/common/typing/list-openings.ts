import type { Place } from './row-edits';

/**
 * How long VS Code may take to open a list after a trigger character, in milliseconds. An author who types a space and a new
 * word and asks for a list takes longer.
 */
const OPENING = 500;

/** A request for the entries of a list, without a trigger character. */
export interface ListRequest {
  readonly uri: string;
  readonly version: number;
  readonly caret: Place;
  /** Where the word at the caret begins; the caret itself where there is no word before it. */
  readonly wordStart: number;
}

/**
 * Tells a list that the author asks for from one that VS Code opens by itself. VS Code does not say which it is, in two cases:
 *
 * - The setting `editor.quickSuggestions` asks once after each change. Who asks again without a change has pressed keys.
 * - After a trigger character, VS Code asks the providers of that character. If they take so long that the author is in
 *   another word by then, it asks all providers again, as if the author did.
 */
export class ListOpenings {
  /** The version of a document that typing made, until VS Code asks what to suggest for it. */
  #typed: { readonly uri: string; readonly version: number } | undefined;
  /** The last trigger character, until VS Code asks again. */
  #trigger: { readonly uri: string; readonly caret: Place; readonly at: number } | undefined;

  onTyped(uri: string, version: number): void {
    this.#typed = { uri, version };
  }

  /** VS Code asks what to suggest after a trigger character. `now` in milliseconds. */
  onTrigger(uri: string, caret: Place, now: number): void {
    this.#trigger = { uri, caret, at: now };
  }

  /** `now` in milliseconds; `hasQuickSuggestions`: the setting is on for the document. */
  opensByItself({ uri, version, caret, wordStart }: ListRequest, hasQuickSuggestions: boolean, now: number): boolean {
    const [typed, trigger] = [this.#typed, this.#trigger];
    this.#typed = this.#trigger = undefined;
    const isFirst = typed?.uri === uri && typed.version === version;
    const isInOtherWord =
      trigger?.uri === uri &&
      trigger.caret.line === caret.line &&
      trigger.caret.character < wordStart &&
      wordStart < caret.character;
    const isLate = isInOtherWord && now - trigger.at < OPENING;
    return (isFirst && hasQuickSuggestions) || isLate;
  }
}

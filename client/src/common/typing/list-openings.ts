import type { Place } from './row-edits';

/**
 * How long VS Code may take to open a list after a trigger character, in milliseconds. Typing a space and a new word
 * and then opening a list takes longer.
 */
const OPENING = 500;

/** A request for completion items without a trigger character. */
export interface ListRequest {
  readonly uri: string;
  readonly version: number;
  readonly caret: Place;
  /** Where the word at the caret starts; the caret itself if there is no word before it. */
  readonly wordStart: number;
}

/**
 * Distinguishes a list that the author opens from a list that VS Code opens on its own. VS Code doesn't say which it
 * is, in two cases:
 *
 * - With the setting `editor.quickSuggestions`, VS Code requests items once after each change. A second request without
 *   a change comes from the author.
 * - After a trigger character, VS Code asks the providers of that character. If they take so long that the author has
 *   started another word, VS Code asks all providers again, as if the author had opened a list.
 */
export class ListOpenings {
  /** The version of a document after typing, until VS Code requests items for it. */
  #typed: { readonly uri: string; readonly version: number } | undefined;
  /** The last trigger character, until VS Code requests items again. */
  #trigger: { readonly uri: string; readonly caret: Place; readonly at: number } | undefined;

  onTyped(uri: string, version: number): void {
    this.#typed = { uri, version };
  }

  /** VS Code requests items after a trigger character. `now` in milliseconds. */
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

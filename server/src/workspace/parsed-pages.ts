import type { Playbook, Vocabulary } from '../core/index.js';

/**
 * The maximum total length of the kept pages, in UTF-16 code units. A parsed page needs many times the memory of its
 * text.
 */
const MOST_KEPT = 20_000_000;

/** Pages that were parsed for the index and will be checked soon, so that no page is parsed twice. */
export class ParsedPages {
  readonly #toCheck: ReadonlySet<string>;
  readonly #pages = new Map<string, Playbook>();
  #length = 0;

  /** `toCheck`: the URIs of the pages that are kept. */
  constructor(toCheck: ReadonlySet<string>) {
    this.#toCheck = toCheck;
  }

  keep(playbook: Playbook): Playbook {
    if (this.#toCheck.has(playbook.uri) && this.#length + playbook.text.length <= MOST_KEPT) {
      this.#pages.set(playbook.uri, playbook);
      this.#length += playbook.text.length;
    }
    return playbook;
  }

  /** The parsed page, if it still has this text. It is removed. */
  take(uri: string, text: string, vocabulary: Vocabulary): Playbook | undefined {
    const playbook = this.#pages.get(uri);
    if (playbook === undefined) return undefined;
    this.#pages.delete(uri);
    this.#length -= playbook.text.length;
    return playbook.text === text && playbook.vocabulary === vocabulary ? playbook : undefined;
  }
}

import { parsePlaybook, SharedParts, type Playbook, type SourceText, type Vocabulary } from '../core/index.js';

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
  readonly #parts = new SharedParts();

  /** `toCheck`: the URIs of the pages that are kept. */
  constructor(toCheck: ReadonlySet<string>) {
    this.#toCheck = toCheck;
  }

  /** Parses a page, and keeps it if it will be checked. */
  parse(source: SourceText, vocabulary: Vocabulary): Playbook {
    if (!this.#toCheck.has(source.uri) || this.#length + source.text.length > MOST_KEPT)
      return parsePlaybook(source, vocabulary);
    const playbook = parsePlaybook(source, vocabulary, this.#parts);
    this.#pages.set(playbook.uri, playbook);
    this.#length += playbook.text.length;
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

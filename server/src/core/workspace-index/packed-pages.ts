import { PackedPage } from './packed-page.js';
import type { PageSummary } from './page-summary.js';
import { SharedValues } from './shared-values.js';

/** The facts of so many pages stay unpacked: those that the open pages are compared with, for a few of them. */
const MOST_UNPACKED = 1000;

/** Packs the pages of one index, and knows which of them need more memory at present. */
export class PackedPages {
  readonly #shared = new SharedValues();
  /** The first one that was unpacked comes first. */
  readonly #unpacked = new Set<PackedPage>();

  pack(page: PageSummary): PackedPage {
    return PackedPage.of(page, this.#shared, (unpacked) => this.#unpacked.add(unpacked));
  }

  /** Pages whose facts were unpacked earlier than those of many others. They are returned once. */
  takeOldest(): PackedPage[] {
    const oldest: PackedPage[] = [];
    for (const page of this.#unpacked) {
      if (this.#unpacked.size <= MOST_UNPACKED) break;
      this.#unpacked.delete(page);
      oldest.push(page);
    }
    return oldest;
  }
}

import { PackedPage } from './packed-page.js';
import type { PageSummary } from './page-summary.js';
import { SharedValues } from './shared-values.js';

/** How much stays unpacked: the tasks of so many pages, or all facts about a quarter of them. */
const MOST_UNPACKED = 4000;

/** Packs the pages of one index, and knows which of them need more memory at present. */
export class PackedPages {
  readonly #shared = new SharedValues();
  /** How much each of them needs. The first one that was unpacked comes first. */
  readonly #unpacked = new Map<PackedPage, number>();
  #amount = 0;

  pack(page: PageSummary): PackedPage {
    return PackedPage.of(page, this.#shared, (unpacked, amount) => {
      this.#unpacked.set(unpacked, (this.#unpacked.get(unpacked) ?? 0) + amount);
      this.#amount += amount;
    });
  }

  /** Pages whose facts were unpacked earlier than those of many others. They are returned once. */
  takeOldest(): PackedPage[] {
    const oldest: PackedPage[] = [];
    for (const [page, amount] of this.#unpacked) {
      if (this.#amount <= MOST_UNPACKED) break;
      this.#unpacked.delete(page);
      this.#amount -= amount;
      oldest.push(page);
    }
    return oldest;
  }
}

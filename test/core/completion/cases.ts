import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CompletionRequest } from '../../../server/src/core/index.js';
import { inOtherEncodings } from '../../support/caret.js';
import { amongOthers, labelsIn, lineAfter } from '../../support/completion.js';
import { filesIn } from '../../support/workspace-fixture.js';
import { OTHER_PAGES, WRITTEN_PAGES } from '../../support/written-pages.js';

/** A new page of the workspace, whose file hasn't been read yet. */
export const among = amongOthers(filesIn(OTHER_PAGES), 'new.md');

interface Case {
  /** The content of the frame, with the caret. */
  readonly at: string;
  /** The first labels of the list; empty if nothing is offered. */
  readonly offers: readonly string[];
  /** Labels that must not be in the list. */
  readonly not?: readonly string[];
  /** An item to accept, and the resulting line. */
  readonly take?: readonly [label: string, line: string];
  readonly more?: Partial<CompletionRequest>;
}

/** One test for each case and encoding: what is offered at the caret in the frame, and what accepting an item writes. */
export function cases(group: string, frame: (at: string) => string, list: readonly Case[]): void {
  describe(group, () => {
    for (const { at, offers, not = [], take, more } of list) {
      for (const [encoding, text] of inOtherEncodings(frame(at))) {
        test(`${JSON.stringify(at)} ${encoding}`, () => {
          const labels = labelsIn(text, { ...among, ...more });
          if (offers.length === 0) assert.deepEqual(labels, []);
          assert.deepEqual(labels.slice(0, offers.length), offers);
          for (const label of not) assert.ok(!labels.includes(label), `${label} is offered`);
          if (take !== undefined) assert.equal(lineAfter(text, take[0], { ...among, ...more }), take[1]);
        });
      }
    }
  });
}

export const { en, de, zh } = WRITTEN_PAGES;
/** The page with its only occurrence of `line` replaced. */
export const inPage =
  (page: string, line: string) =>
  (at: string): string => {
    if (!page.includes(line)) throw new Error(`There is no ${JSON.stringify(line)}`);
    return page.replace(line, () => at);
  };

/** The first row of the table in the English page, and of the one in the German page. */
export const englishRow = '| 5001 | Collect the list of offices | M | FastTrack Manager | Exchange / Teams |';
export const germanRow = '| 5001        | Die Büros sammeln        | E   | FastTrack Manager | Exchange/Teams |';

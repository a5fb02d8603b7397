import { applyEdits, LineMap, type TextEdit } from '../../server/src/core/index.js';
import type { Span } from '../../server/src/core/text/span.js';
import type { Page } from './page.js';
import type { Random } from './random.js';

/** A realistic mistake that an author, an editor, a translator or a merge makes in a clean page. */
export interface Kind {
  /** In kebab case: the part of the page first, then what happens to it. */
  readonly id: string;
  /** What happens, in one sentence. */
  readonly describe: string;
  /** Readers see the same page, so no problem is expected. */
  readonly harmless?: true;
  /** Makes the mistake at a random place. `undefined` if it fits nowhere on the page. */
  readonly apply: (page: Page, random: Random) => Mutation | undefined;
}

/** A page with a mistake. */
export interface Mutation {
  readonly text: string;
  /** The lines of `text` that are wrong, counted from 0. Where a line is missing, the lines around the gap. */
  readonly lines: readonly number[];
  /** Texts that are as right as the original page. */
  readonly alsoRight: readonly string[];
}

/** Makes the mistake at one of `places`: tries them in random order until one fits. */
export function at<Place>(
  places: (page: Page) => readonly Place[],
  make: (place: Place, page: Page, random: Random) => Mutation | undefined,
): Kind['apply'] {
  return (page, random) => {
    for (const place of random.shuffled(places(page))) {
      const mutation = make(place, page, random);
      if (mutation !== undefined && mutation.text !== page.text) return mutation;
    }
    return undefined;
  };
}

export function replace(page: Page, span: Span, newText: string): Mutation {
  return edit(page, [{ span, newText }]);
}

export function insert(page: Page, offset: number, newText: string): Mutation {
  return replace(page, { start: offset, end: offset }, newText);
}

export function remove(page: Page, span: Span): Mutation {
  return replace(page, span, '');
}

/** Removes whole lines. An author looks for the mistake on both sides of the gap. */
export function removeLines(page: Page, lines: Span): Mutation {
  const mutation = remove(page, { start: lines.start, end: page.afterLine(lines.end) });
  const [below = 0] = mutation.lines;
  return { ...mutation, lines: below === 0 ? [0] : [below - 1, below] };
}

/** Adds a copy of the last cell, if it has text, at the end of a row. */
export function lastCellTwice(
  { line, cells }: { readonly line: Span; readonly cells: readonly Span[] },
  page: Page,
): Mutation | undefined {
  const last = cells.at(-1);
  return last === undefined || last.start === last.end ? undefined : insert(page, line.end, ` ${page.slice(last)} |`);
}

/** Makes several edits, whose offsets refer to the original page. */
export function edit(page: Page, edits: readonly TextEdit[]): Mutation {
  const text = applyEdits(page.text, edits);
  const map = LineMap.of(text);
  const lines = new Set<number>();
  let shift = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const start = span.start + shift;
    const last = map.lineAt(start + newText.length);
    for (let line = map.lineAt(start); line <= last; line++) lines.add(line);
    shift += newText.length - (span.end - span.start);
  }
  return { text, lines: [...lines].sort((a, b) => a - b), alsoRight: [] };
}

/** The mutation, for which the text of another change of the page is as right as the original one. */
export function alsoRight(mutation: Mutation, ...others: readonly Mutation[]): Mutation {
  return { ...mutation, alsoRight: others.map(({ text }) => text) };
}

/** The mutation with more lines where an author would look for the mistake. */
export function alsoOn(mutation: Mutation, ...lines: readonly number[]): Mutation {
  return { ...mutation, lines: [...new Set([...mutation.lines, ...lines])].sort((a, b) => a - b) };
}

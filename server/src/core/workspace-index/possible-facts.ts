import type { FilePath } from './file-path.js';
import { linkTarget } from './link-target.js';
import type { PageSummary } from './page-summary.js';

/*
 * What a page may contain, according to its text. Parsing the page decides: it contains at most this.
 */

/** Shorter numbers are on almost every page. */
const NUMBER = /\d{3,}/g;

/** The numbers in a text. Those in the ID of a task are among them, because a page contains its IDs as they are. */
export function numbersIn(text: string): ReadonlySet<string> {
  return new Set(text.match(NUMBER));
}

/** A line that may be a heading, also in a quote, a list item or a footnote. */
const HEADING = /^(?:[ \t>*+.)\d-]|\[\^[^\]\r\n]*\]:)*[#＃][^\r\n]*/gm;
/** A line that may make the line above it a heading. */
const UNDERLINE = /[^ \t\r\n][ \t]*(?:\r\n|\r|\n)[ \t>]*(?:=+|-+)[ \t]*(?=[\r\n]|$)/g;
/** A page with fewer headings such as `983: QuickLeads` isn't a catalogue. */
const FEWEST_ENTRIES = 3;

/** Whether the text may be a task catalogue. */
export function mayDescribeTasks(text: string): boolean {
  let headings = text.match(UNDERLINE)?.length ?? 0;
  for (const [line] of text.matchAll(HEADING)) if (mayBeEntry(line)) headings++;
  return headings >= FEWEST_ENTRIES;
}

/** Entities can be digits and colons, and marks and tags can be between the digits. */
function mayBeEntry(heading: string): boolean {
  return heading.includes('&') || (/[:：]/.test(heading) && (heading.match(/\d/g)?.length ?? 0) >= 3);
}

const INCLUDE = /\[!include/gi;
/** The rest of an include, up to its target. */
const TARGET = /\s{0,9}\[[^[\]\r\n]{0,500}\]\(([^()\r\n]{0,2000})\)/y;

/** The files that the page may include. `root`: the target of `~/` and `/` on the page. */
export function possibleIncludes({ path, text }: PageSummary, root: FilePath): FilePath[] {
  return [...text.matchAll(INCLUDE)].flatMap(({ index, 0: start }) => {
    TARGET.lastIndex = index + start.length;
    const written = TARGET.exec(text)?.[1];
    if (written === undefined) return [];
    const target = written
      .replace(/\s["'].*$/, '')
      .trim()
      .replace(/^<|>$/g, '');
    const link = linkTarget(path, target, root);
    return link.kind === 'path' ? [link.path] : [];
  });
}

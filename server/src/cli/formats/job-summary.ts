import { defineMessages } from '../../messages/index.js';
import { printableLine } from '../printable.js';
import { worstFirst } from './github.js';
import { isOnTheWeb, PRODUCT } from './product.js';
import type { PrintOptions, Report, ReportedProblem } from './report.js';
import { plain, summaryLine } from './text.js';

const texts = defineMessages('formats/job-summary', {
  severity: { text: 'Severity', note: 'Heading of a column: error, warning, info or hint.' },
  place: { text: 'Place', note: 'Heading of a column: a file and the number of a line.' },
  problem: { text: 'Problem', note: 'Heading of a column: a sentence that describes a problem.' },
  rule: { text: 'Rule', note: 'Heading of a column: the ID of the rule that reports the problem.' },
  more: {
    text: "{count, plural, one {# more problem isn't listed} other {# more problems aren't listed}}, because a summary can't be larger.",
    note: 'Below a table of problems.',
  },
});

/** The longest message in the table, in UTF-16 code units. */
const MAX_MESSAGE = 500;

/** A page for GitHub's job summary: Markdown of at most `maxBytes` bytes. Empty if not even the numbers have room. */
export function jobSummary(report: Report, options: PrintOptions, maxBytes: number): string {
  const { format } = options;
  const all = worstFirst(report, options);
  const head = `## ${PRODUCT.name}\n\n${markdown(summaryLine(report.summary, plain, format))}\n`;
  const failures = [...new Set(report.failures.map(format))].map((failure) => `- ${markdown(failure)}\n`);
  const more = (count: number): string => `\n${markdown(format(texts.more({ count })))}\n`;
  const page = new Page(maxBytes - Buffer.byteLength(more(all.length)));
  if (!page.add(head)) return '';
  if (failures.length > 0) page.add(`\n${failures.join('')}`);
  if (all.length === 0) return page.text;
  const titles = [texts.severity, texts.place, texts.problem, texts.rule].map(format);
  if (!page.add(`\n| ${titles.join(' | ')} |\n|---|---|---|---|\n`)) return page.text + more(all.length);
  const listed = all.findIndex(({ file, problem }) => !page.add(rowOf(file, problem)));
  return listed === -1 ? page.text : page.text + more(all.length - listed);
}

/** Text that never becomes longer than `maxBytes`. */
class Page {
  text = '';
  #free: number;

  constructor(maxBytes: number) {
    this.#free = maxBytes;
  }

  /** `false`: the part has no room, and is left out. */
  add(part: string): boolean {
    const size = Buffer.byteLength(part);
    if (size > this.#free) return false;
    this.#free -= size;
    this.text += part;
    return true;
  }
}

function rowOf(file: string, { severity, line, message, ruleId, docsUrl }: ReportedProblem): string {
  const cells = [
    severity,
    markdown(`${file}:${line}`),
    markdown(shortened(message)),
    isOnTheWeb(docsUrl) ? `[${markdown(ruleId)}](${docsUrl})` : markdown(ruleId),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function shortened(message: string): string {
  if (message.length <= MAX_MESSAGE) return message;
  // Not in the middle of a surrogate pair.
  return `${message.slice(0, MAX_MESSAGE).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Shows the text itself: no formatting, links, HTML, math or mentions, and no end of the cell. */
function markdown(text: string): string {
  return printableLine(text).replace(/[\\`*_{}[\]()#+\-.!|~@:<>&$^=]/g, '\\$&');
}

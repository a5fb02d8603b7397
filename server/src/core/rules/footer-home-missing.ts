import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { insertParagraph } from '../lint/support/section-edits.js';
import type { Playbook } from '../model/playbook.js';
import { sliceOf, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const footerHomeMissing = defineRule({
  meta: {
    id: 'footer-home-missing',
    category: 'link',
    description: 'A partner page ends with a link to the home page if the pages beside it do',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      missing: {
        text: 'No "{link}" at the end of the page, unlike most pages in this folder',
        note: '{link}: the text of the link to the home page, such as Home.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    if (summary.homeLink !== undefined || !isForPartners(summary) || leadsHome(playbook)) return;
    if (!index.isBuilt(summary.path) || index.isIncluded(summary.path)) return;
    const link = linkBeside(summary, index, page);
    if (link === undefined) return;
    const { text } = playbook;
    report({
      messageId: 'missing',
      data: { link: textOf(link) },
      span: lastLineOf(playbook),
      fixes: [suggestion(titles.insert({ text: link }), insertParagraph(text, text.length, link))],
    });
  },
});

/** Only pages for partners alone are on the partner site. */
function isForPartners({ audience }: PageSummary): boolean {
  return audience.length === 1 && audience[0] === 'partner';
}

/** Whether the page leads home in another way: with another target, in HTML, or in an include at its end. */
function leadsHome({ blocks, text, vocabulary }: Playbook): boolean {
  if (HTML_LINK.test(text) || isDamagedLink(text.trimEnd(), vocabulary)) return true;
  const last = blocks.at(-1)?.value;
  if (last?.kind !== 'text') return false;
  return (
    last.includes.some(({ span }) => last.source.slice(span.end).trim() === '') ||
    last.inlines.links.some((link) => vocabulary.footer.lookup(sliceOf(last.source, link.text)).length > 0)
  );
}

/** Other rules report a link with a lost bracket or a space too many. It needs no second one below it. */
function isDamagedLink(text: string, { footer }: Vocabulary): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  if (HOST.test(line)) return true;
  const [, label = ''] = LABEL.exec(line) ?? [];
  return label !== '' && footer.lookup(label.trim()).length > 0;
}

const HOST = /partner-docs\.microsoft\.com/i;
/** The text of a link whose brackets may be lost or full-width. */
const LABEL = /^[ \t]*[[［【]?([^[\]()［］【】（）]{1,40})[\]()［］【】（）]/;

const HTML_LINK = /partner-docs\.microsoft\.com\/?["'>\s]/i;

/** Fewer pages with a link, or fewer of all pages, aren't a habit. */
const LEAST_PAGES = 3;
const LEAST_SHARE = 0.8;

/** The link that most pages beside this one have, in the language of the page. */
function linkBeside(
  summary: PageSummary,
  index: IndexReader,
  { vocabulary, language }: ReadingContext,
): string | undefined {
  const beside = index
    .homeLinksBeside(summary.path)
    .filter((other) => other.path !== summary.path && isForPartners(other) && !index.isIncluded(other.path));
  const withLink = beside.filter(({ homeLink }) => homeLink !== undefined);
  if (withLink.length < LEAST_PAGES || withLink.length < LEAST_SHARE * beside.length) return undefined;
  const own = mostCommon(withLink.filter((other) => other.language === language));
  if (own !== undefined) return own;
  const foreign = mostCommon(withLink);
  return foreign?.replace(/^\[.*?\]/, `[${vocabulary.footer.spelling('home', language)}]`);
}

function mostCommon(pages: readonly PageSummary[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { homeLink } of pages) if (homeLink !== undefined) counts.set(homeLink, (counts.get(homeLink) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0];
}

function textOf(link: string): string {
  return /^\[(.*?)\]/.exec(link)?.[1] ?? link;
}

/** The last line with text: the link belongs below it. */
function lastLineOf({ text, lines }: Playbook): Span {
  const end = text.trimEnd().length;
  const line = lines.lineSpan(lines.lineAt(Math.max(0, end - 1)));
  return { start: line.start, end: Math.max(end, line.start) };
}

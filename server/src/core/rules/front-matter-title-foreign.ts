import { valueSpanOf } from '../dialect/front-matter.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { fieldNamed, type Field } from '../model/front-matter.js';
import { memoized } from '../text/memo.js';
import type { Span } from '../text/span.js';
import { normalized } from '../text/spelling.js';
import { nameOf, type FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import { suffixOf } from '../workspace-index/language-marks.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const frontMatterTitleForeign = defineRule({
  meta: {
    id: 'front-matter-title-foreign',
    category: 'front-matter',
    description: 'The title in the front matter names the page, not only the playbook or another subject',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      siteOnly: {
        text: 'The title "{title}" names the whole playbook, but the heading of this page is "{heading}"',
        note: '{heading}: the text of the first heading.',
      },
      otherSubject: {
        text: 'The title "{title}" shares no word with the heading "{heading}" or with the file name',
        note: '{heading}: the text of the first heading.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook: { frontMatter, text }, summary, index, report }) {
    const field = fieldNamed(frontMatter, 'title');
    const heading = headingOf(summary);
    if (field?.value.kind !== 'scalar' || heading === undefined || isStartPage(summary.path)) return;
    const { title, site, words } = partsOf(field);
    const isSiteOnly = site !== '' && words.length === 0;
    if (isSiteOnly ? SITE_ONLY.test(heading) : !isAnotherSubject(words, heading, summary)) return;
    if (!index.isBuilt(summary.path) || index.isIncluded(summary.path) || isShared(title, summary, index)) return;
    report({
      messageId: isSiteOnly ? 'siteOnly' : 'otherSubject',
      data: { title, heading },
      span: valueSpanOf(field, text),
      fixes: fixesFor(field, valueSpanOf(field, text), site, headingInEnglish(summary, index)),
    });
  },
});

/** What titles of the sites start with, and what distinguishes the page. */
const SITE = /^(\s*(?:Microsoft\s+)?FastTrack(?:\s+Partner)?\s+Playbook\b)?([^]*)$/i;
const SITE_ONLY = /^\s*(?:Microsoft\s+)?FastTrack(?:\s+\p{L}+)?(?:\s+Playbook)?\s*$/iu;

/** Cached by field: a keystroke in the text doesn't change it. */
const partsOf = memoized(({ value }: Field) => {
  const title = value.kind === 'scalar' ? value.text.trim() : '';
  const [, site = '', rest = ''] = SITE.exec(title) ?? [];
  return { title, site, words: wordsOf(rest) };
});

/** The page of a folder or a site has its title. */
function isStartPage(path: FilePath): boolean {
  return /^(?:index|readme|home|overview|toc|landing)(?:[-_.]|$)|[-_]landing\b/i.test(nameOf(path));
}

/**
 * Whether the heading and the name of the file agree about a subject that the title doesn't mention. Titles are in
 * English on every page, so only headings in English can be compared.
 */
function isAnotherSubject(titleWords: readonly string[], heading: string, { path, language }: PageSummary): boolean {
  if (language !== 'en' || titleWords.length === 0) return false;
  const headingWords = wordsOf(heading);
  // The case for almost every page, at every keystroke.
  if (titleWords.some((word) => headingWords.some((other) => isSameWord(word, other)))) return false;
  const stem = nameOf(path).replace(/\.[^.]*$/, '');
  const nameWords = wordsOf(stem.slice(0, stem.length - suffixOf(path).length));
  if (!headingWords.some((word) => nameWords.some((other) => isSameWord(word, other)))) return false;
  const known = [...nameWords, initialsOf(heading), initialsOf(stem)];
  return !titleWords.some((word) => known.some((other) => isSameWord(word, other)));
}

/** `enablement` and `enable`, but not `for` and `form`. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  return shorter >= MIN_STEM && one.slice(0, MIN_STEM) === other.slice(0, MIN_STEM);
}

const MIN_STEM = 4;

/** `mvm` for "Migration Velocity Manager". */
function initialsOf(text: string): string {
  return (normalized(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.charAt(0)).join('');
}

/** The words that say something about a page. */
function wordsOf(text: string): string[] {
  return (normalized(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !FREQUENT.has(word));
}

const FREQUENT: ReadonlySet<string> = new Set([
  ...['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with'],
  ...['fasttrack', 'ftc', 'microsoft', 'playbook', 'partner', 'page'],
]);

/** A title that more pages share is the title of a guide. */
const MOST_OTHERS = 2;

function isShared(title: string, { path }: PageSummary, index: IndexReader): boolean {
  return index.pagesTitled(title, path).length > MOST_OTHERS + 1;
}

function headingOf({ headings }: PageSummary): string | undefined {
  return headings.find(({ value }) => value.level === 1)?.value.text;
}

function headingInEnglish(summary: PageSummary, index: IndexReader): string | undefined {
  if (summary.language === 'en') return headingOf(summary);
  const english = index.translationsOf(summary.path).get('en');
  return english === undefined ? undefined : headingOf(english);
}

/** The heading after the name of the site, as in other titles, if it needs no quotation marks there. */
function fixesFor({ value }: Field, span: Span, site: string, heading: string | undefined): Fix[] {
  if (heading === undefined || !PLAIN.test(heading) || value.text.includes('\n')) return [];
  return [replaceWith(span, site === '' ? heading : `${site.trim()} - ${heading}`)];
}

const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ,./&()+-]*[\p{L}\p{N})])?$/u;

import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith, suggestion } from '../lint/support/fixes.js';
import { sliceOf, type Located, type Placed } from '../text/span.js';
import { normalized } from '../text/spelling.js';
import { nameOf, type FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import { suffixOf } from '../workspace-index/language-marks.js';
import type { HeadingFact, PageSummary } from '../workspace-index/page-summary.js';

const texts = defineMessages('front-matter-title-copied', {
  sameTitle: { text: 'The same title', note: 'About the title of another page.' },
  replaceWord: { text: 'Replace "{word}" with "{newWord}"', note: 'Title of a fix.' },
});

export const frontMatterTitleCopied = defineRule({
  meta: {
    id: 'front-matter-title-copied',
    category: 'front-matter',
    description: "The title of a page isn't copied from another page",
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      copied: {
        text: 'This title is the same as in "{name}", but the heading of this page is "{heading}"',
        note: '{name}: the name of another file. {heading}: the text of the first heading.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    const { title, path, text } = summary;
    if (title === undefined || !index.isBuilt(path) || saysTitle(summary)) return;
    const source = sourceOf(summary, title.value, index);
    if (source === undefined) return;
    const ownWords = wordsOfName(path);
    const name = wordsOfName(source.path);
    const words = titleWords(title.value);
    const theirs = words.filter((word) => name.includes(word) && !ownWords.includes(word));
    const own = ownWords.filter((word) => !words.includes(word) && !name.includes(word));
    if (theirs.length === 0 || own.length === 0 || names(summary, theirs)) return;
    const heading = headingOf(summary)?.value.text ?? '';
    const byWord = theirs.length === 1 && own.length === 1 ? fixFor(title, text, theirs[0] ?? '', own[0] ?? '') : [];
    report({
      messageId: 'copied',
      data: { name: nameOf(source.path), heading },
      span: title.span,
      related: [{ path: source.path, span: source.title?.span ?? title.span, message: texts.sameTitle }],
      fixes: byWord.length > 0 ? byWord : withHeading(title, text, heading),
    });
  },
});

/** A title that more pages share is the title of a guide. */
const MOST_PAGES = 3;

/** The page that the title was copied from: the only one of a few pages with the title whose heading says the same. */
function sourceOf(summary: PageSummary, title: string, index: IndexReader): PageSummary | undefined {
  const pages = index
    .pagesTitled(title, summary.path)
    .filter(({ path, language }) => language === summary.language && index.isBuilt(path));
  const sources = pages.filter(saysTitle);
  return pages.length <= MOST_PAGES && sources.length === 1 ? sources[0] : undefined;
}

/** Whether the heading of the page has the words of the title, or no others; a page without one counts as well. */
function saysTitle(page: PageSummary): boolean {
  const heading = headingOf(page);
  if (heading === undefined || page.title === undefined) return true;
  const [words, wanted] = [wordsOf(heading.value.text), titleWords(page.title.value)];
  return words.every((word) => wanted.includes(word)) || (wanted.length > 0 && wanted.every((word) => words.includes(word)));
}

function titleWords(title: string): string[] {
  return wordsOf(title.replace(SITE, ''));
}

/** The beginning of every title on a site. */
const SITE = /^\s*fasttrack(?:\s+partner)?\s+playbook\b/i;

function headingOf({ headings }: PageSummary): Placed<HeadingFact> | undefined {
  return headings.find(({ value }) => value.level === 1);
}

/** Whether the heading of the page has one of the words. */
function names(summary: PageSummary, words: readonly string[]): boolean {
  const heading = headingOf(summary);
  return heading !== undefined && wordsOf(heading.value.text).some((word) => words.includes(word));
}

/** Replaces the word that distinguishes the two pages, if the title contains it once. */
function fixFor({ span }: Located<string>, text: string, theirs: string, own: string): Fix[] {
  const found = [...sliceOf(text, span).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].filter(
    ([word]) => normalized(word) === theirs,
  );
  const [only] = found;
  if (only === undefined || found.length > 1) return [];
  const start = span.start + only.index;
  const newText = /^\p{Lu}/u.test(only[0]) ? own.charAt(0).toUpperCase() + own.slice(1) : own;
  const edit = { span: { start, end: start + only[0].length }, newText };
  return [suggestion(texts.replaceWord({ word: only[0], newWord: newText }), edit)];
}

/** Says in the title what the heading says, below the name of the site. */
function withHeading({ value, span }: Located<string>, text: string, heading: string): Fix[] {
  const site = /^.*?\bplaybook\s+[-–—|]\s+(?=\S)/i.exec(value)?.[0];
  // Anything else may have a meaning in YAML, or in Markdown.
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ,()&/-]*$/u.test(heading);
  return site === undefined || !isPlain || !text.startsWith(site, span.start)
    ? []
    : [replaceWith(span, site + heading)];
}

/** The words of a file's name, without the language suffix. */
function wordsOfName(path: FilePath): string[] {
  const stem = nameOf(path).replace(/\.[^.]*$/, '');
  return wordsOf(stem.slice(0, stem.length - suffixOf(path).length));
}

function wordsOf(text: string): string[] {
  return [...new Set(normalized(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}

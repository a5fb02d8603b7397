import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { sliceOf, type Located, type Placed } from '../text/span.js';
import { normalized } from '../text/spelling.js';
import { nameOf, type FilePath } from '../workspace-index/file-path.js';
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
    const { title, path, language, text } = summary;
    if (title === undefined || !index.isBuilt(path)) return;
    const words = wordsOf(title.value.replace(SITE, ''));
    const ownWords = wordsOfName(path);
    const unusedWords = ownWords.filter((word) => !words.includes(word));
    if (unusedWords.length === 0 || headingAgrees(summary, words)) return;
    const others = index
      .pagesTitled(title.value, path)
      .filter((other) => other.path !== path && other.language === language && index.isBuilt(other.path));
    if (others.length > MOST_OTHERS) return;
    for (const other of others) {
      const name = wordsOfName(other.path);
      const theirs = words.filter((word) => name.includes(word) && !ownWords.includes(word));
      const own = unusedWords.filter((word) => !name.includes(word));
      if (theirs.length === 0 || own.length === 0 || names(summary, theirs)) continue;
      report({
        messageId: 'copied',
        data: { name: nameOf(other.path), heading: headingOf(summary)?.value.text ?? '' },
        span: title.span,
        related: [{ path: other.path, span: other.title?.span ?? title.span, message: texts.sameTitle }],
        fixes: theirs.length === 1 && own.length === 1 ? fixFor(title, text, theirs[0] ?? '', own[0] ?? '') : [],
      });
      return;
    }
  },
});

/** A title that more pages share is the title of a guide. */
const MOST_OTHERS = 2;

/** Whether the heading of the page says the same as its title, or nothing about it. */
function headingAgrees(summary: PageSummary, titleWords: readonly string[]): boolean {
  const heading = headingOf(summary);
  return heading === undefined || wordsOf(heading.value.text).every((word) => titleWords.includes(word));
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

/** The words of a file's name, without the language suffix. */
function wordsOfName(path: FilePath): string[] {
  const stem = nameOf(path).replace(/\.[^.]*$/, '');
  return wordsOf(stem.slice(0, stem.length - suffixOf(path).length));
}

function wordsOf(text: string): string[] {
  return [...new Set(normalized(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}

import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { frontMatterLineEnd } from '../dialect/front-matter.js';
import { replaceWith } from '../lint/support/fixes.js';
import type { FrontMatter } from '../model/front-matter.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('front-matter-not-closed', {
  start: { text: 'The front matter starts here', note: 'About the line that opens it.' },
  insertFence: { text: 'Insert the closing "---"', note: 'Title of a fix for the front matter.' },
});

export const frontMatterNotClosed = defineRule({
  meta: {
    id: 'front-matter-not-closed',
    category: 'front-matter',
    description: 'A second line `---` closes the front matter',
    recommended: 'error',
    fixable: 'both',
    messages: {
      missing: 'The front matter isn\'t closed: a second line "---" is missing',
      nearly: '"{text}" doesn\'t close the front matter: only "---" at the start of a line does',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, report }) {
    if (frontMatter.closed) return;
    const line = lineAt(text, frontMatter.content.end);
    const source = text.slice(line.start, line.end);
    if (!NEAR_FENCE.test(source)) {
      report({ messageId: 'missing', span: frontMatter.opening.span, fixes: [insertFence(frontMatter, text)] });
      return;
    }
    const span = { start: line.start, end: line.start + source.trimEnd().length };
    report({
      messageId: 'nearly',
      data: { text: source.trimEnd() },
      span,
      related: [{ span: frontMatter.opening.span, message: texts.start }],
      fixes: [replaceWith(span, '---')],
    });
  },
});

/** A line that may be meant as a closing fence. */
const NEAR_FENCE = /^[ \t]*(?:[-–—_*]{2,}|[–—]|\.\.\.)[ \t]*$/;

/**
 * Safe where every line above the new fence is valid YAML, and no other line could be the fence: then it's certain where
 * the front matter ends. Otherwise, text above the hyphens would become a heading.
 */
function insertFence(frontMatter: FrontMatter, text: string): Fix {
  const at = frontMatter.content.end;
  const lineEnd = frontMatterLineEnd(frontMatter, text);
  const isLineStart = /[\r\n]/.test(text[at - 1] ?? '');
  return {
    title: texts.insertFence,
    edits: [{ span: { start: at, end: at }, newText: `${isLineStart ? '' : lineEnd}---${lineEnd}` }],
    applicability: isReadable(frontMatter) && !FENCE.test(text.slice(at)) ? 'safe' : 'suggestion',
  };
}

/** Whether it's certainly front matter: a list item such as `1. Plan: late` is valid YAML too. */
function isReadable({ errors, opening, indented, fields }: FrontMatter): boolean {
  return errors.length === 0 && opening.value === '---' && !indented && fields.every(({ key }) => KEY.test(key.value));
}

const KEY = /^[\w.-]+$/;

const FENCE = /^---[ \t]*$/m;

function lineAt(text: string, start: number): Span {
  const length = text.slice(start, start + 200).search(/[\r\n]/);
  return { start, end: length === -1 ? Math.min(text.length, start + 200) : start + length };
}

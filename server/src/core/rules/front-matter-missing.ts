import { defineMessages } from '../../messages/index.js';
import type { DatedContext } from '../dialect/reading-context.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { invisibleIn, withoutInvisible } from '../lint/support/invisible.js';
import { likelyValue } from '../dialect/front-matter.js';
import { damagedFenceOf, type DamagedFence } from '../model/damaged-fence.js';
import { firstLineOf } from '../model/playbook.js';
import type { Playbook } from '../model/playbook.js';
import { sliceOf } from '../text/span.js';

const texts = defineMessages('front-matter-missing', {
  removeBlankLines: { text: 'Remove the blank lines above', note: 'Title of a fix.' },
  insert: { text: 'Insert front matter', note: 'Title of a fix.' },
  writeFence: { text: 'Write "---"', note: 'Title of a fix for the line that opens the front matter.' },
  insertFence: { text: 'Insert the opening "---"', note: 'Title of a fix for the front matter.' },
  moveComment: { text: 'Move the comment below the front matter', note: 'Title of a fix.' },
});

const messages = {
  missing: 'The playbook has no front matter',
  fence: '"{text}" doesn\'t open the front matter: its first line must be three hyphens, "---"',
  hidden: {
    text: 'The line "---" doesn\'t open the front matter: it contains an invisible character, {name}',
    note: '{name}: its name and number: zero-width space (U+200B). A list if there are several.',
  },
  space: 'The line "---" doesn\'t open the front matter: there is white space before it',
  noFence: 'The first line of the front matter, "---", is missing: the fields are shown as text',
  belowComment: 'Front matter must start on the first line: below a comment, the fields are shown as text',
  notFirst: 'Front matter must start on the first line: below a blank line, the fields are shown as text',
} as const;

export const frontMatterMissing = defineRule({
  meta: {
    id: 'front-matter-missing',
    category: 'front-matter',
    description: 'A playbook starts with front matter on its first line',
    recommended: 'warning',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, report }) {
    if (!frontMatter.indented) return;
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    // A block that isn't YAML may be text of the page between two thematic breaks. `<alias>` is an HTML tag, which
    // readers don't see until it is the value of a field, and a fence turns the text below it into code.
    const isPlain =
      frontMatter.closed &&
      frontMatter.errors.length === 0 &&
      !/<|^[ \t]*(?:~~~|```)/m.test(sliceOf(text, frontMatter.content));
    const applicability = isPlain ? 'safe' : 'suggestion';
    report({
      messageId: 'notFirst',
      span: frontMatter.opening.span,
      fixes: [
        {
          title: texts.removeBlankLines,
          edits: [{ span: { start, end: frontMatter.span.start }, newText: '' }],
          applicability,
        },
      ],
    });
  },

  playbook({ playbook, page, report }) {
    if (playbook.frontMatter !== undefined) return;
    const damaged = damagedFenceOf(playbook.text);
    if (damaged !== undefined) {
      reportDamaged(damaged, playbook, report);
      return;
    }
    // Otherwise, only a task table shows that a page without front matter is a playbook.
    if (!playbook.tables.some(({ schema }) => schema.kind === 'task')) return;
    const span = firstLineOf(playbook);
    const at = { start: span.start, end: span.start };
    report({
      messageId: 'missing',
      span,
      fixes: [suggestion(texts.insert, { span: at, newText: skeletonFor(playbook, page) })],
    });
  },
});

type Report = (finding: Finding<typeof messages>) => void;

/** Repairs the fence in place: inserting new front matter above would hide the existing fields permanently. */
function reportDamaged({ kind, span, edits }: DamagedFence, { text }: Playbook, report: Report): void {
  const line = sliceOf(text, span);
  const about = {
    span: { start: span.start, end: span.end },
    fixes: edits.length === 0 ? [] : [suggestion(TITLES[kind], ...edits)],
  };
  const shown = withoutInvisible(line);
  if (kind === 'missing') report({ messageId: 'noFence', ...about });
  else if (kind === 'comment') report({ messageId: 'belowComment', ...about });
  else if (shown.trim() !== '---') report({ messageId: 'fence', data: { text: shown.trim() }, ...about });
  else if (shown !== line) report({ messageId: 'hidden', data: { name: invisibleIn(line) }, ...about });
  else report({ messageId: 'space', ...about });
}

const TITLES = {
  fence: texts.writeFence,
  missing: texts.insertFence,
  comment: texts.moveComment,
} as const;

/** All keys in order, with the values that can be determined; the author fills in the rest. */
function skeletonFor(playbook: Playbook, page: DatedContext): string {
  const { order, required, recommended } = page.vocabulary.frontMatter;
  const fields = order
    .filter((key) => required.includes(key) || recommended.includes(key))
    .map((key) => `${key}: ${likelyValue(key, [], page) ?? ''}`.trimEnd());
  const lineEnd = playbook.text.includes('\r\n') ? '\r\n' : '\n';
  return ['---', '# required metadata', ...fields, '---', '', ''].join(lineEnd);
}

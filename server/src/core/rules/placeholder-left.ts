import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { isTemplate } from '../dialect/templates.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { startOfLine } from '../lint/support/whole-lines.js';
import type { TextBlock } from '../model/blocks.js';
import { shift, type Located } from '../text/span.js';

export const placeholderLeft = defineRule({
  meta: {
    id: 'placeholder-left',
    category: 'text',
    description: 'No placeholder is left in a sentence',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      left: { text: 'Placeholder "{text}": write what belongs here', note: '{text}: a placeholder, such as TODO.' },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block, report }) {
    for (const { value, span } of placeholdersIn(block)) {
      const { start, end } = span;
      const line = block.source.slice(startOfLine(block.source, start), start);
      const space = /[^\s>][ \t]*$/.test(line) ? (/[ \t]*$/.exec(line)?.[0].length ?? 0) : 0;
      const fix = suggestion(titles.delete({ text: value }), { span: { start: start - space, end }, newText: '' });
      report({ messageId: 'left', data: { text: value }, span, fixes: [fix] });
    }
  },

  /** A template consists of them, and other files that docfx doesn't publish may be drafts. */
  workspace({ playbook: { blocks, frontMatter, text }, summary, index, withdraw }) {
    if (index.isBuilt(summary.path) && (frontMatter === undefined || !isTemplate(frontMatter, text))) return;
    for (const { start, value: block } of blocks) {
      if (block.kind !== 'text') continue;
      for (const { span } of placeholdersIn(block)) withdraw({ messageId: 'left', span: shift(span, start) });
    }
  },
});

/** What authors in any language write for text that is still missing. */
const IN_TEXT =
  /(?<![\p{L}\p{N}_/.#-])(?:TODO|TBD|TBC|FIXME|XXX|[Ll]orem ipsum)(?![\p{L}\p{N}_/-])|\[(?:add|insert|enter|todo|tbd)\b[^[\]\r\n]{0,60}\](?![([:])/gu;
/** A tag that isn't one: browsers show nothing. */
const AS_TAG = /^<(?:insert|add|enter|todo|tbd)\b[^<>=]{0,60}>$/i;

function placeholdersIn({ source, inlines }: TextBlock): Located<string>[] {
  const words = inlines.texts.flatMap((text) =>
    [...source.slice(text.start, text.end).matchAll(IN_TEXT)].map(({ 0: value, index }) => {
      const start = text.start + index;
      return { value, span: { start, end: start + value.length } };
    }),
  );
  // **Migration TBD** is the name of a choice.
  const isInName = ({ span }: Located<string>): boolean =>
    inlines.strongs.some(({ start, end }) => start + 2 < span.start && span.end <= end);
  const tags = inlines.opaque.flatMap((span) => {
    const value = span.end - span.start > MAX_TAG ? '' : source.slice(span.start, span.end);
    return AS_TAG.test(value) ? [{ value, span }] : [];
  });
  return [...words.filter((word) => !isInName(word)), ...tags];
}

const MAX_TAG = 70;

import type { DatedContext } from '../dialect/reading-context.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { audiencesOf, isEmpty, likelyValues } from '../dialect/front-matter.js';
import type { Field } from '../model/front-matter.js';
import { sliceOf, trimmed, type Span } from '../text/span.js';

export const frontMatterEmptyValue = defineRule({
  meta: {
    id: 'front-matter-empty-value',
    category: 'front-matter',
    description: 'Every required key of the front matter has a value',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      empty: '"{key}" has no value',
      tag: '"{key}" has no value: "{text}" has another meaning in YAML and must be in quotes',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    const { required } = page.vocabulary.frontMatter;
    const audiences = audiencesOf(frontMatter.fields, page.vocabulary.frontMatter, text);
    for (const field of frontMatter.fields) {
      const { value: key, span } = field.key;
      if (!required.includes(key) || !isEmpty(field)) continue;
      const rest = restOf(field, text);
      // To YAML, `!draft` is a tag without a value, but the author wrote it as text.
      if (!/^(?:#|$)/.test(rest.text))
        report({ messageId: 'tag', data: { key, text: rest.text }, span: rest.span, fixes: [quote(rest)] });
      else report({ messageId: 'empty', data: { key }, span, fixes: fixesFor(field, audiences, page) });
    }
  },
});

function fixesFor(field: Field, audiences: readonly string[], page: DatedContext): Fix[] {
  const space = field.value.kind === 'missing' ? ' ' : '';
  return likelyValues(field.key.value, audiences, page).map((value) =>
    suggestion(titles.insert({ text: value }), { span: field.value.span, newText: space + value }),
  );
}

interface Rest {
  readonly text: string;
  readonly span: Span;
}

/** The rest of the line after the value. */
function restOf({ value, span }: Field, text: string): Rest {
  const line =
    /^[^\r\n]*/.exec(sliceOf(text, { start: value.span.end, end: Math.max(value.span.end, span.end) }))?.[0] ?? '';
  const rest = trimmed(text, { start: value.span.end, end: value.span.end + line.length });
  return { text: sliceOf(text, rest), span: rest };
}

function quote({ text, span }: Rest): Fix {
  return suggestion(titles.quoteValue, { span, newText: JSON.stringify(text) });
}

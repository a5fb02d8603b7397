import type { Finding, Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { defineFrontMatterRule, type CheckedFrontMatter } from '../lint/support/front-matter-rule.js';
import { lostIn } from '../lint/support/lost-values.js';
import { asYaml } from '../lint/support/known-values.js';
import { audiencesOf, isEmpty, likelyValues } from '../dialect/front-matter.js';
import type { Field } from '../model/front-matter.js';
import { sliceOf, trimmed, type Span } from '../text/span.js';

const messages = {
  empty: '"{key}" has no value',
  tag: '"{key}" has no value: "{text}" has another meaning in YAML and must be in quotes',
} as const;

export const frontMatterEmptyValue = defineFrontMatterRule({
  meta: {
    id: 'front-matter-empty-value',
    category: 'front-matter',
    description: 'Every required key of the front matter has a value',
    recommended: 'warning',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  findings,
});

function findings({ frontMatter, text, page, known, isUsed }: CheckedFrontMatter): Finding<typeof messages>[] {
  const { required } = page.vocabulary.frontMatter;
  const audiences = audiencesOf(frontMatter.fields, page.vocabulary.frontMatter, text);
  return frontMatter.fields.flatMap((field): Finding<typeof messages>[] => {
    const { value: key, span } = field.key;
    if (!required.includes(key) || !isEmpty(field)) return [];
    // Another rule shows what was lost.
    if (lostIn(field, frontMatter, text)?.kind === 'comment') return [];
    const rest = restOf(field, text);
    // To YAML, `!draft` is a tag without a value, but the author wrote it as text.
    if (!/^(?:#|$)/.test(rest.text))
      return [{ messageId: 'tag', data: { key, text: rest.text }, span: rest.span, fixes: [quote(rest)] }];
    if (!isUsed(key)) return [];
    const values = [known(key) ?? [], likelyValues(key, audiences, page)].flat();
    return [{ messageId: 'empty', data: { key }, span, fixes: fixesFor(field, text, values) }];
  });
}

function fixesFor({ value: { kind, span } }: Field, text: string, values: readonly string[]): Fix[] {
  // The value replaces the white space after the colon, except in front of a comment.
  const blank = /^[ \t]*(?=[\r\n]|$)/.exec(text.slice(span.end))?.[0] ?? '';
  const at = { start: span.start, end: span.end + blank.length };
  const space = kind === 'missing' ? ' ' : '';
  return [...new Set(values)].map((value) =>
    suggestion(titles.insert({ text: value }), { span: at, newText: space + asYaml(value) }),
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

import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion, titles } from '../lint/support/fixes.js';
import { lostIn } from '../lint/support/lost-values.js';
import { shown } from '../lint/support/yaml-lines.js';
import type { Field } from '../model/front-matter.js';
import { lineEnd } from '../parse/lines.js';
import { sliceOf, type Span } from '../text/span.js';

export const frontMatterLostText = defineRule({
  meta: {
    id: 'front-matter-lost-text',
    category: 'front-matter',
    description: 'YAML reads every value of the front matter as it is written',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      comment: 'The value of "{key}" is only "{seen}": in YAML, "{text}" is a comment',
      allComment: 'The value of "{key}" is empty: in YAML, "{text}" is a comment',
      mark: {
        text: 'The value of "{key}" is only "{seen}": in YAML, "{text}" has another meaning',
        note: '{text}: the start of the value, such as &Plan or !Plan.',
      },
      list: 'The value of "{key}" isn\'t a text: in YAML, "{text}" is a list',
      map: {
        text: 'The value of "{key}" isn\'t a text: in YAML, "{text}" is a map',
        note: 'A map in YAML has keys and values: {key: value}. {text}: the value, in braces.',
      },
      nothing: 'The value of "{key}" is empty: in YAML, "{text}" means no value',
      number: {
        text: 'The value of "{key}" is the number {seen}: in YAML, "{text}" isn\'t a text',
        note: '{text}: a number as it is written: 1.10. {seen}: as YAML reads it: 1.1.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  frontMatter({ frontMatter, text, report }) {
    for (const field of frontMatter.fields) {
      if (frontMatter.errors.some(({ span }) => span.start < field.span.end && field.span.start <= span.end)) continue;
      const key = field.key.value;
      const seen = shown(field.value.text);
      const lost = lostIn(field, frontMatter, text);
      if (lost !== undefined) {
        const about = { span: lost.whole, fixes: [quote(lost.whole, text)] };
        const data = { key, text: shown(lost.text) };
        if (lost.kind === 'mark') {
          // Without any value, another rule reports it.
          if (seen !== '') report({ messageId: 'mark', data: { ...data, seen }, ...about });
        } else if (seen === '') report({ messageId: 'allComment', data, ...about });
        else report({ messageId: 'comment', data: { ...data, seen }, ...about });
      } else if (PROSE_KEYS.includes(key)) {
        const kind = otherThanText(field, text);
        if (kind === undefined) continue;
        const { span } = field.value;
        const about = { span, fixes: sliceOf(text, span) === '~' ? [] : [quote(span, text)] };
        const data = { key, text: shown(sliceOf(text, span)) };
        if (kind === 'number') report({ messageId: kind, data: { ...data, seen: String(Number(seen)) }, ...about });
        else report({ messageId: kind, data, ...about });
      }
    }
  },
});

/** The keys whose values readers see. */
const PROSE_KEYS: readonly string[] = ['title', 'description'];

/** What a value on one line is instead of text, if something of it is lost. */
function otherThanText({ value }: Field, text: string): 'list' | 'map' | 'nothing' | 'number' | undefined {
  const source = sliceOf(text, value.span);
  if (value.span.end > lineEnd(text, value.span.start)) return undefined;
  if (value.kind === 'list') return source.startsWith('[') ? 'list' : undefined;
  if (value.kind === 'map') return source.startsWith('{') ? 'map' : undefined;
  if (value.kind !== 'scalar') return undefined;
  if (/^(?:null|Null|NULL|~)$/.test(source)) return 'nothing';
  return NUMBER.test(source) && String(Number(source)) !== source ? 'number' : undefined;
}

/** Numbers in the core schema of YAML, such as `1.10`, `007`, `1e3`, `0x1F`. */
const NUMBER = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)$/;

function quote(span: Span, text: string): Fix {
  return preferred(suggestion(titles.quoteValue, { span, newText: quoted(sliceOf(text, span)) }));
}

/** Single quotation marks where double ones would need escapes. */
function quoted(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

import { defineMessages } from '../../messages/index.js';
import { valuesIn } from '../dialect/front-matter.js';
import { inTypographicQuotes } from '../dialect/typographic-quotes.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { asYaml } from '../lint/support/known-values.js';
import type { Field } from '../model/front-matter.js';
import { sliceOf, type Located, type Span } from '../text/span.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';

const texts = defineMessages('front-matter-typographic-quotes', {
  remove: { text: 'Remove the quotation marks', note: 'Title of a fix for a value in YAML.' },
  straight: { text: 'Replace with straight quotation marks', note: 'Title of a fix for a value in YAML.' },
});

export const frontMatterTypographicQuotes = defineRule({
  meta: {
    id: 'front-matter-typographic-quotes',
    category: 'front-matter',
    description: 'No value of the front matter is in typographic quotation marks',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      quotes: {
        text: 'The quotation marks {opening} and {closing} become part of the value of "{key}": YAML knows only straight ones',
        note: '{opening}, {closing}: typographic quotation marks: “ and ”. {key}: a key of the front matter.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    for (const field of frontMatter.fields) {
      const { value: key } = field.key;
      // The rules of these keys report every value that isn't known or isn't a date.
      if (hasKnownValues(key, page.vocabulary.frontMatter)) continue;
      for (const { value, span } of valuesOf(field, text)) {
        const quoted = inTypographicQuotes(value);
        if (quoted === undefined) continue;
        const { opening, closing, inner } = quoted;
        report({ messageId: 'quotes', data: { opening, closing, key }, span, fixes: [withoutQuotes(inner, span)] });
      }
    }
  },
});

function hasKnownValues(key: string, { values, sites }: FrontMatterSpec): boolean {
  const ofSites = Object.keys(sites).length > 0 && ['ms.topic', 'ms.custom'].includes(key);
  return Object.hasOwn(values, key) || ofSites || key === 'ms.date';
}

/** The whole value, or each part of a list such as `internal, partner`, unless it's in straight quotation marks. */
function valuesOf(field: Field, text: string): Located<string>[] {
  const { kind, span } = field.value;
  const source = sliceOf(text, span);
  if (kind !== 'scalar' || /^["'|>]/.test(source)) return [];
  const whole = { value: source, span };
  if (PROSE_KEYS.includes(field.key.value) || inTypographicQuotes(source) !== undefined) return [whole];
  return valuesIn(field, text).map((part) => ({ value: sliceOf(text, part.span), span: part.span }));
}

const PROSE_KEYS: readonly string[] = ['title', 'description'];

function withoutQuotes(inner: string, span: Span): Fix {
  const newText = asYaml(inner);
  return preferred(suggestion(newText === inner ? texts.remove : texts.straight, { span, newText }));
}

import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion, titles } from '../lint/support/fixes.js';
import { sliceOf } from '../text/span.js';

const texts = defineMessages('heading-marker-repeated', {
  keep: { text: 'Keep "{marker}"', note: 'Title of a fix: deletes the other # marks. {marker}: # marks of a heading.' },
});

export const headingMarkerRepeated = defineRule({
  meta: {
    id: 'heading-marker-repeated',
    category: 'structure',
    description: 'A heading has its `#` marks only once',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      repeated: {
        text: 'The heading starts with "{marker}" twice: the second one is shown as text',
        note: '{marker}: the # marks of the heading.',
      },
      different: {
        text: 'The heading starts with "{marker}" and "{other}": "{other}" is shown as text',
        note: '{marker}, {other}: # marks.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block: { source, headings }, report }) {
    for (const { form, marker: first, content } of headings) {
      const again = AGAIN.exec(sliceOf(source, content));
      if (form === 'setext' || again === null) continue;
      const [whole, second = ''] = again;
      const marker = sliceOf(source, first).trim();
      const span = { start: first.start, end: content.start + second.length };
      const dropSecond = { span: { start: content.start, end: content.start + whole.length }, newText: '' };
      const dropFirst = { span: { start: first.start, end: content.start }, newText: '' };
      if (marker === second) {
        const fixes = [preferred(suggestion(titles.delete({ text: second }), dropSecond))];
        report({ messageId: 'repeated', data: { marker }, span, fixes });
      } else {
        const fixes = [
          suggestion(texts.keep({ marker }), dropSecond),
          suggestion(texts.keep({ marker: second }), dropFirst),
        ];
        report({ messageId: 'different', data: { marker, other: second }, span, fixes });
      }
    }
  },
});

/** Two or more marks: a single one can be a sign for a number, as in `## # of users`. */
const AGAIN = /^(#{2,6})[ \t]+(?=[^\s#])/;

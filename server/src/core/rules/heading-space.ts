import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';

const texts = defineMessages('heading-space', {
  useOneSpace: { text: 'Use one space after the "#" marks', note: 'Title of a fix for a heading in Markdown.' },
});

export const headingSpace = defineRule({
  meta: {
    id: 'heading-space',
    category: 'structure',
    description: 'A heading has exactly one space between its `#` marks and its text',
    recommended: 'hint',
    fixable: 'safe',
    messages: {
      tooMany: {
        text: '{count, plural, one {# space after "{marker}" instead of one} other {# spaces after "{marker}" instead of one}}',
        note: 'For two or more spaces. {marker}: the # marks of the heading.',
      },
      tab: { text: 'A tab after "{marker}" instead of a space', note: '{marker}: the # marks of the heading.' },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block: { source, headings }, report }) {
    for (const { form, marker, content } of headings) {
      if (form !== 'atx' || content.start === content.end) continue;
      const span = { start: marker.end, end: content.start };
      const gap = source.slice(span.start, span.end);
      if (gap === ' ') continue;
      const marks = source.slice(marker.start, marker.end).trim();
      const fixes = [{ title: texts.useOneSpace, edits: [{ span, newText: ' ' }], applicability: 'safe' as const }];
      if (gap.includes('\t')) report({ messageId: 'tab', data: { marker: marks }, span, fixes });
      else report({ messageId: 'tooMany', data: { marker: marks, count: gap.length }, span, fixes });
    }
  },
});

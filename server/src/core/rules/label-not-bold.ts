import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';

const texts = defineMessages('label-not-bold', {
  makeBold: { text: 'Make the value bold', note: 'Title of a fix for a label line.' },
});

export const labelNotBold = defineRule({
  meta: {
    id: 'label-not-bold',
    category: 'label',
    description: 'The value of a label line is bold',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      plain: { text: 'The value of the label "{label}" isn\'t bold', note: '{label}: Primary Role, Applies To.' },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block: { source, labels }, report }) {
    for (const { label, value, boldLabel, line, colon, inList } of labels) {
      const rest = source.slice(colon.span.end, line.end);
      if (boldLabel || inList || value.bold !== 'no' || /[*_`[<]/.test(rest.replace(BREAK, ''))) continue;
      // Text after a colon can be a sentence; known values can't. A dash for no value looks the same in bold.
      if (!/\p{L}/u.test(value.text) || value.parts.some(({ matches }) => matches.length === 0)) continue;
      const fix = suggestion(texts.makeBold, { span: value.span, newText: `**${value.text}**` });
      report({ messageId: 'plain', data: { label: label.value }, span: value.span, fixes: [preferred(fix)] });
    }
  },
});

const BREAK = /<br ?\/?>\s*$/i;

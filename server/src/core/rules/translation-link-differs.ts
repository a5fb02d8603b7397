import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { targetDifferences } from '../lint/support/link-differences.js';

export const translationLinkDiffers = defineRule({
  meta: {
    id: 'translation-link-differs',
    category: 'translation',
    description: 'A translation has the same links as the English page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      other: {
        text: 'This link leads to "{here}", and to "{there}" in English',
        note: '{here}, {there}: the targets of links.',
      },
      missing: {
        text: '{count, plural, one {"{name}" has no link to {targets}, unlike in English} other {"{name}" lacks # links that it has in English: {targets}}}',
        note: '{name}: a heading. {targets}: one or more link targets.',
      },
      extra: {
        text: '{count, plural, one {The English page has no link to {targets}} other {The English page has none of these # links: {targets}}}',
        note: '{targets}: one or more link targets.',
      },
      several: {
        text: 'The links under "{name}" differ from English. Only there: {missing}. Only here: {extra}',
        note: '{name}: a heading. {missing}, {extra}: lists of link targets.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const finding of targetDifferences('link', summary, index)) report(finding);
  },
});

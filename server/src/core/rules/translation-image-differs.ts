import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { targetDifferences } from '../lint/support/link-differences.js';

export const translationImageDiffers = defineRule({
  meta: {
    id: 'translation-image-differs',
    category: 'translation',
    description: 'A translation has the same images as the English page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      other: {
        text: 'This image is "{here}", and "{there}" in English',
        note: '{here}, {there}: the paths of images.',
      },
      missing: {
        text: '{count, plural, one {"{name}" has no image {targets}, unlike in English} other {"{name}" lacks # images that it has in English: {targets}}}',
        note: '{name}: a heading. {targets}: one or more image targets.',
      },
      extra: {
        text: '{count, plural, one {The English page has no image {targets}} other {The English page has none of these # images: {targets}}}',
        note: '{targets}: one or more image targets.',
      },
      several: {
        text: 'The images under "{name}" differ from English. Only there: {missing}. Only here: {extra}',
        note: '{name}: a heading. {missing}, {extra}: lists of image targets.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const finding of targetDifferences('image', summary, index)) report(finding);
  },
});

import { defineMessages, type Message } from '../../messages/index.js';
import type { TranslationDifference } from './translation-findings.js';

const texts = defineMessages('difference-texts', {
  missingTask: { text: 'missing task', note: 'In a list of differences between a translation and its English page.' },
  extraTask: { text: 'extra task', note: 'In a list of differences between a translation and its English page.' },
  otherLetter: { text: 'other letter', note: 'In a list of differences between a translation and its English page.' },
  otherRole: { text: 'other role', note: 'In a list of differences between a translation and its English page.' },
  otherServices: {
    text: 'other services',
    note: 'In a list of differences between a translation and its English page.',
  },
  missingSection: {
    text: 'missing section',
    note: 'In a list of differences between a translation and its English page.',
  },
  otherSteps: {
    text: 'other steps',
    note: 'In a list of differences between a translation and its English page: the numbers of steps differ.',
  },
  olderPage: { text: 'older', note: 'In a list of differences: the translation is older than its English page.' },
  untranslatedPage: { text: 'not translated', note: 'In a list of pages: an English page without a translation.' },
  pageInEnglish: { text: 'in English', note: 'In a list of pages: an English page in a folder of translations.' },
  noEnglishPage: { text: 'no English page', note: 'In a list of pages: a translation without an English page.' },
});

/** How differences are shown. In exported files, they are always in English. */
export const DIFFERENCE_TEXTS: Readonly<Record<TranslationDifference, Message>> = {
  'missing task': texts.missingTask,
  'extra task': texts.extraTask,
  'other letter': texts.otherLetter,
  'other role': texts.otherRole,
  'other services': texts.otherServices,
  'missing section': texts.missingSection,
  'other steps': texts.otherSteps,
  older: texts.olderPage,
  'not translated': texts.untranslatedPage,
  'in English': texts.pageInEnglish,
  'no English page': texts.noEnglishPage,
};

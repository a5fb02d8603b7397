import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith, replaceWithNearest } from '../lint/support/fixes.js';
import type { Heading } from '../model/headings.js';
import { nearest } from '../text/spelling.js';
import { bestMatch } from '../vocabulary/term-set.js';

export const sectionMistranslated = defineRule({
  meta: {
    id: 'section-mistranslated',
    category: 'structure',
    description: 'The headings of standard sections have their usual spelling in the language of the page',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      mistranslated: '"{text}" is a known misspelling of "{spelling}"',
      foreign: {
        text: 'The heading "{text}" is in {other}, but the page is in {language}: use "{spelling}"',
        note: '{other} and {language}: names of languages.',
      },
      near: 'Unknown heading "{text}". Did you mean "{spelling}"?',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const heading of block.headings) {
      const { content, words, text, matches } = heading;
      const meant = meantTasks(heading, page);
      if (meant !== undefined)
        report({
          messageId: 'near',
          data: { text, spelling: meant },
          span: content,
          fixes: replaceWithNearest(words, [meant]),
        });
      const match = bestMatch(matches, page.language);
      if (match === undefined || (match.language === page.language && match.kind !== 'error')) continue;
      const spelling = page.vocabulary.sections.spelling(match.id, page.language);
      const fixes = [replaceWith(words, spelling)];
      if (match.kind === 'error')
        report({ messageId: 'mistranslated', data: { text, spelling }, span: content, fixes });
      else {
        const data = { text, other: { language: match.language }, language: { language: page.language }, spelling };
        report({ messageId: 'foreign', data, span: content, fixes });
      }
    }
  },
});

/** The heading of a task table that has a typo. The other sections have a rule that knows which of them are missing. */
function meantTasks({ level, text, matches }: Heading, { vocabulary, language }: ReadingContext): string | undefined {
  const { sections } = vocabulary;
  if (level < 3 || matches.length > 0 || sections.lookup(text.replace(/[:：]$/, '')).length > 0) return undefined;
  return nearest(text, [sections.spelling('ftop-tasks', language)], 1)[0];
}

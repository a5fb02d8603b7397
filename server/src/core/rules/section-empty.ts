import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { removeSection } from '../lint/support/section-edits.js';
import { contentSpan, sectionOf, skeletonIdOf, skeletonOf } from '../dialect/sections.js';
import type { Playbook, Section } from '../model/playbook.js';
import { shift, sliceOf } from '../text/span.js';

const texts = defineMessages('section-empty', {
  deleteHeading: { text: 'Delete the heading "{heading}"', note: 'Title of a fix.' },
});

export const sectionEmpty = defineRule({
  meta: {
    id: 'section-empty',
    category: 'structure',
    description: 'A heading has text, a table, or other headings below it',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      empty: 'Nothing follows the heading "{heading}"',
      commentOnly: 'Only a comment follows the heading "{heading}", and readers don\'t see it',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  playbook({ playbook, report }) {
    for (const [index, section] of playbook.sections.entries()) {
      const { heading } = section;
      const content = contentOf(section, playbook);
      if (content === 'shown') continue;
      if (isDraft(playbook)) return;
      if (isContent(section, playbook) || isLeftOut(section, index, playbook)) continue;
      report({
        messageId: content === 'comment' ? 'commentOnly' : 'empty',
        data: { heading: heading.value.text },
        span: contentSpan(heading),
        fixes: content === 'nothing' ? deleteHeading(section, playbook) : [],
      });
    }
  },
});

/** What follows the heading. The link to the home page ends the page, not the section above it. */
type Content = 'shown' | 'comment' | 'home-link' | 'nothing';

function contentOf({ heading: { start, value }, span }: Section, { text }: Playbook): Content {
  const from = start + value.span.end;
  // Almost every section has text, which its first character shows.
  SPACE.lastIndex = from;
  const first = SPACE.exec(text)?.index ?? span.end;
  if (first >= span.end) return 'nothing';
  if (text[first] !== '<' && text[first] !== '[') return 'shown';
  if (span.end - first > MAX_LENGTH) return 'shown';
  const written = text.slice(first, span.end);
  const withoutComments = written.replace(COMMENT, '').trim();
  if (HOME_LINK.test(withoutComments)) return 'home-link';
  return withoutComments === '' ? 'comment' : 'shown';
}

const SPACE = /[^\s\u200b\ufeff]/g;
/** A longer section without text would be a very long comment. */
const MAX_LENGTH = 2000;
const COMMENT = /<!--(?:(?!-->)[^])*-->/g;
const HOME_LINK = /^\[[^\]]{1,40}\]\(https?:\/\/partner-docs\.microsoft\.com\/?\)$/i;

/** A new page has the headings of its skeleton, and an author who writes it fills them one by one. */
function isDraft(playbook: Playbook): boolean {
  const skeleton = skeletonOf(playbook).filter(({ id }) => id !== 'refresh-summary');
  const empty = skeleton.filter(({ heading }) => {
    const section = sectionOf(playbook, heading);
    return section !== undefined && contentOf(section, playbook) === 'nothing';
  });
  return empty.length > 1 || (empty.length === 1 && skeleton.length === 1);
}

/** A heading that is a link, an entry of a list of pages, or a whole sentence needs no text below it. */
function isContent({ heading: { start, value } }: Section, { text }: Playbook): boolean {
  return value.text.length > MAX_TITLE || LINK.test(sliceOf(text, shift(value.content, start)));
}

/** A longer heading is a sentence that says it all. */
const MAX_TITLE = 80;
const LINK = /\]\s?[([]|<(?:https?:|a\b|img\b)|:\/\//i;

/**
 * A page that has only a title was just started. Other rules report headings of tasks, repeated ones, and those that
 * aren't shown as headings.
 */
function isLeftOut({ heading }: Section, index: number, { sections }: Playbook): boolean {
  const { matches, form, text, level } = heading.value;
  if (level === 1 || text === '' || form === 'as-text' || matches.some(({ id }) => id === 'ftop-tasks')) return true;
  // Readers see `##Next` as text.
  if (sections[index + 1]?.heading.value.form === 'as-text') return true;
  return matches.length > 0 && sections.some((other) => other.heading !== heading && other.heading.value.text === text);
}

/** A process playbook needs the headings of its skeleton. */
function deleteHeading(section: Section, playbook: Playbook): Fix[] {
  const { value } = section.heading;
  const isNeeded = skeletonIdOf(value, playbook.vocabulary, playbook.language) !== undefined;
  return isNeeded ? [] : [suggestion(texts.deleteHeading({ heading: value.text }), removeSection(playbook, section))];
}

import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { Heading } from '../model/headings.js';
import { textBlocksOf, type Playbook } from '../model/playbook.js';
import { isBlank, linesOf } from '../parse/lines.js';
import { nameAndCode } from '../text/character-names.js';
import { sliceOf, type Span } from '../text/span.js';

const texts = defineMessages('heading-not-rendered', {
  makeHeading: {
    text: 'Write "{marker} " and make the line a heading',
    note: 'Title of a fix in Markdown. {marker}: the # marks of the heading.',
  },
});

export const headingNotRendered = defineRule({
  meta: {
    id: 'heading-not-rendered',
    category: 'structure',
    description: 'A line that is meant as a heading is shown as one: ASCII `#` marks, then a space',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      noSpace: {
        text: 'No space after "{marker}": the line is shown as text, not as a heading',
        note: '{marker}: the # marks of the heading.',
      },
      otherSpace: {
        text: 'After "{marker}", {character} instead of a space: the line is shown as text, not as a heading',
        note: '{marker}: the # marks of the heading. {character}: a name and a number: no-break space (U+00A0).',
      },
      fullWidth: {
        text: 'The marks "{marker}" are full-width: the line is shown as text, not as a heading',
        note: '{marker}: the marks of the heading, as an input method for Chinese or Japanese writes them.',
      },
      title: 'No space after "#": the name of the page, "{text}", is shown as text, not as a heading',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block: { source, headings }, report }) {
    for (const heading of headings) {
      if (heading.form !== 'as-text') continue;
      const marker = sliceOf(source, heading.marker);
      const between = source.slice(heading.marker.end, heading.content.start);
      const about = {
        span: { start: heading.marker.start, end: heading.content.start },
        fixes: [fixFor(heading, source)],
      };
      if (marker.includes('＃')) report({ messageId: 'fullWidth', data: { marker }, ...about });
      else if (between === '') report({ messageId: 'noSpace', data: { marker }, ...about });
      else {
        const character = nameAndCode(between.charAt(0));
        report({ messageId: 'otherSpace', data: { marker, character }, ...about });
      }
    }
  },

  playbook({ playbook, report }) {
    const title = titleAsText(playbook);
    if (title === undefined) return;
    const { text, span } = title;
    const at = { start: span.start + 1, end: span.start + 1 };
    report({ messageId: 'title', data: { text }, span, fixes: [toHeading('#', at, ' ')] });
  },
});

/** A line with pipes may be the header of a table. */
function fixFor({ level, marker, content }: Heading, source: string): Fix {
  const marks = '#'.repeat(level);
  const isHalfWidth = sliceOf(source, marker) === marks;
  const span = { start: isHalfWidth ? marker.end : marker.start, end: content.start };
  const fix = toHeading(marks, span, isHalfWidth ? ' ' : `${marks} `);
  const isTable = marker.end === content.start && sliceOf(source, content).includes('|');
  return isTable ? { ...fix, applicability: 'suggestion' } : fix;
}

function toHeading(marker: string, span: Span, newText: string): Fix {
  return { title: texts.makeHeading({ marker }), edits: [{ span, newText }], applicability: 'safe' };
}

interface Title {
  readonly text: string;
  readonly span: Span;
}

/** `#Name` on the first line of the page, which has no other title: elsewhere, it's more often a tag. */
function titleAsText(playbook: Playbook): Title | undefined {
  if (playbook.headings.some(({ value: { level, matches } }) => level === 1 && matches.length === 0)) return undefined;
  for (const { start, value } of textBlocksOf(playbook)) {
    if (value.headings.length > 0) return undefined;
    for (const line of linesOf(value.source)) {
      const text = sliceOf(value.source, line);
      if (isBlank(text) || ABOVE_TITLE.test(text)) continue;
      const name = NAME.exec(text)?.[1];
      return name === undefined
        ? undefined
        : { text: name, span: { start: start + line.start, end: start + line.start + 1 + name.length } };
    }
  }
  return undefined;
}

/** Includes and comments can precede the title. */
const ABOVE_TITLE = /^[ \t]*(?:\[!INCLUDE|<!--[^>]*-->[ \t]*$)/i;
/** Capitalized, or more than one word: `#teams` is a tag, and so is each part of `#Teams #Exchange`. */
const NAME = /^#((?:[\p{Lu}\p{Lo}]|\p{L}+ )[^#|]*[^#|\s])[ \t]*$/u;

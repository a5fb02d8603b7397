import { defineMessages, type Message } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { Field } from '../model/front-matter.js';
import { removeInvisibleTitle } from '../lint/support/invisible.js';
import { codeOf, nameAndCode } from '../text/character-names.js';
import { sliceOf, type Span } from '../text/span.js';

const texts = defineMessages('front-matter-invisible-character', {
  noBreakSpace: { text: 'No-break space ({code})', note: 'At the start of a sentence. {code}: U+00A0.' },
  narrowNoBreakSpace: { text: 'Narrow no-break space ({code})', note: 'At the start of a sentence. {code}: U+202F.' },
  ideographicSpace: { text: 'Ideographic space ({code})', note: 'At the start of a sentence. {code}: U+3000.' },
  unusualSpace: {
    text: 'Unusual space ({code})',
    note: 'At the start of a sentence. {code}: the number of another space character: U+2003.',
  },
  useRegularSpace: { text: 'Replace with a regular space', note: 'Title of a fix.' },
});

export const frontMatterInvisibleCharacter = defineRule({
  meta: {
    id: 'front-matter-invisible-character',
    category: 'front-matter',
    description: 'The keys and values of the front matter contain no invisible characters and no unusual spaces',
    recommended: 'warning',
    fixable: 'safe',
    messages: {
      invisibleInKey: {
        text: 'Invisible {character} in the key "{key}"',
        note: '{character}: a name and a number: zero-width space (U+200B). {key}: a key of the front matter.',
      },
      invisibleInValue: {
        text: 'Invisible {character} in the value of "{key}"',
        note: '{character}: a name and a number: zero-width space (U+200B). {key}: a key of the front matter.',
      },
      spaceInKey: {
        text: '{space} in the key "{key}" instead of a regular space',
        note: '{space}: a name and a number: No-break space (U+00A0). {key}: a key of the front matter.',
      },
      spaceInValue: {
        text: '{space} in the value of "{key}" instead of a regular space',
        note: '{space}: a name and a number: No-break space (U+00A0). {key}: a key of the front matter.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, report }) {
    for (const field of frontMatter.fields) {
      // An unusual space after the colon is a YAML error, and reported as one.
      if (frontMatter.errors.some(({ span }) => span.start < field.span.end && field.span.start < span.end)) continue;
      for (const part of ['key', 'value'] as const) {
        for (const { run, span } of runsIn(field[part].span, text)) {
          if (isTypography(run, span, field, part, text)) continue;
          const [first = ''] = run;
          const key = cleanKey(field);
          const isSpace = isSpaceRun(run);
          const fixes = [isSpace && part === 'value' && !isAtEdge(span, field) ? useRegularSpace(span) : remove(span)];
          if (isSpace)
            report({
              messageId: part === 'key' ? 'spaceInKey' : 'spaceInValue',
              data: { space: spaceAtStart(first), key },
              span,
              fixes,
            });
          else
            report({
              messageId: part === 'key' ? 'invisibleInKey' : 'invisibleInValue',
              data: { character: nameAndCode(first), key },
              span,
              fixes,
            });
        }
      }
    }
  },
});

/** Spaces that only look regular, and characters without width: controls, joiners, direction marks. */
const SPACES = '\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000';
const HIDDEN =
  '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF';
const RUN = new RegExp(`[${SPACES}]+|[${HIDDEN}]+`, 'g');
const SPACE_RUN = new RegExp(`^[${SPACES}]+$`);

interface Run {
  readonly run: string;
  readonly span: Span;
}

function runsIn(span: Span, text: string): Run[] {
  return [...sliceOf(text, span).matchAll(RUN)].map(({ 0: run, index }) => ({
    run,
    span: { start: span.start + index, end: span.start + index + run.length },
  }));
}

function isSpaceRun(run: string): boolean {
  return SPACE_RUN.test(run);
}

/** Characters that good typography uses in prose: a no-break space between two words, the joiner inside an emoji. */
function isTypography(run: string, span: Span, field: Field, part: 'key' | 'value', text: string): boolean {
  if (part === 'key') return false;
  const before = text.slice(Math.max(0, span.start - 2), span.start);
  const after = text.slice(span.end, span.end + 2);
  if (run === '\u200D')
    return /\p{Extended_Pictographic}\uFE0F?$/u.test(before) && /^\p{Extended_Pictographic}/u.test(after);
  return PROSE_KEYS.includes(field.key.value) && /^[\u00A0\u202F\u3000]$/.test(run) && !isAtEdge(span, field);
}

const PROSE_KEYS: readonly string[] = ['title', 'description'];

function isAtEdge(span: Span, { value }: Field): boolean {
  return span.start === value.span.start || span.end === value.span.end;
}

function useRegularSpace(span: Span): Fix {
  return { title: texts.useRegularSpace, edits: [{ span, newText: ' ' }], applicability: 'safe' };
}

function remove(span: Span): Fix {
  return { title: removeInvisibleTitle({ count: 1 }), edits: [{ span, newText: '' }], applicability: 'safe' };
}

/** The name of a space character, for the start of a sentence: `No-break space (U+00A0)`. */
function spaceAtStart(character: string): Message {
  const code = codeOf(character);
  if (character === '\u00A0') return texts.noBreakSpace({ code });
  if (character === '\u202F') return texts.narrowNoBreakSpace({ code });
  if (character === '\u3000') return texts.ideographicSpace({ code });
  return texts.unusualSpace({ code });
}

function cleanKey({ key }: Field): string {
  return key.value.replace(RUN, '');
}

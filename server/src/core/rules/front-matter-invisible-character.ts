import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { Field } from '../model/front-matter.js';
import { CHARACTER_NAMES, codeOf } from '../text/character-names.js';
import { sliceOf, type Span } from '../text/span.js';

export const frontMatterInvisibleCharacter = defineRule({
  meta: {
    id: 'front-matter-invisible-character',
    category: 'front-matter',
    description: 'The keys and values of the front matter contain no invisible characters and no unusual spaces',
    recommended: 'warning',
    fixable: 'safe',
    messages: {
      invisible: 'Invisible {name} in {place}',
      space: '{name} in {place} instead of a regular space',
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
          const isSpace = isSpaceRun(run);
          report({
            messageId: isSpace ? 'space' : 'invisible',
            data: {
              name: nameOf(run, isSpace),
              place: `${part === 'key' ? 'the key' : 'the value of'} "${cleanKey(field)}"`,
            },
            span,
            fixes: [
              isSpace && part === 'value' && !isAtEdge(span, field)
                ? { title: 'Replace with a regular space', edits: [{ span, newText: ' ' }], applicability: 'safe' }
                : { title: 'Remove the invisible character', edits: [{ span, newText: '' }], applicability: 'safe' },
            ],
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

function nameOf(run: string, isSpace: boolean): string {
  const first = run[0] ?? '';
  const name = CHARACTER_NAMES[first] ?? (isSpace ? 'unusual space' : 'character');
  const code = codeOf(first);
  return isSpace ? `${name[0]?.toUpperCase() ?? ''}${name.slice(1)} (${code})` : `${name} (${code})`;
}

function cleanKey({ key }: Field): string {
  return key.value.replace(RUN, '');
}

import { listed } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { invisibleIn, removeInvisible, withoutInvisible } from '../lint/support/invisible.js';
import { obligationElsewhere } from '../comparison/obligation-elsewhere.js';
import { letterFor, letterForWord, letterLookingLike, meantFirst, type WordMeaning } from '../dialect/meant-letter.js';
import { moLettersOf } from '../dialect/mo-letters.js';
import { taskCell } from '../dialect/task-rows.js';
import { preferred, replaceWith } from '../lint/support/fixes.js';
import { tableOfRowAt } from '../lint/support/own-words.js';
import { codeOf } from '../text/character-names.js';
import { shift, type Span } from '../text/span.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import type { Cell, TableSchema } from '../model/tables.js';
import { normalized } from '../text/spelling.js';

export const taskMoLetter = defineRule({
  meta: {
    id: 'task-mo-letter',
    category: 'task-table',
    description: 'A mandatory/optional cell contains one of the letters in the column header',
    recommended: 'error',
    fixable: 'both',
    messages: {
      unknown: {
        text: '"{text}" isn\'t one of the letters in the column header: {letters}',
        note: '{letters}: a list of letters, such as M, O.',
      },
      invisible: {
        text: 'The cell "{text}" contains an invisible character: {name}',
        note: '{name}: the name of the character, or names if there are several, in English "zero-width space (U+200B)".',
      },
      lookAlike: {
        text: '"{text}" ({code}) looks like the "{letter}" in the column header, but is another character',
        note: '{text}: a character such as a zero or a Cyrillic letter. {code}: its code, such as U+041E.',
      },
      form: '"{text}" is written as "{letter}" in the column header',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const cell = taskCell(row, schema, 'mo', page);
    const mistake = cell === undefined ? undefined : mistakeIn(cell.text, schema, page);
    if (cell === undefined || mistake === undefined) return;
    const { span } = cell;
    const letters = moLettersOf(schema, page);
    switch (mistake.kind) {
      case 'invisible':
        report({
          messageId: 'invisible',
          data: { text: mistake.seen, name: invisibleIn(cell.text) },
          span,
          fixes: [removeInvisible(row.source, span)],
        });
        break;
      case 'form':
        report({
          messageId: 'form',
          data: { text: cell.text, letter: mistake.letter },
          span,
          fixes: [sameLetter(cell, withoutEmphasis(cell.text), mistake.letter)],
        });
        break;
      case 'look-alike': {
        const text = withoutEmphasis(cell.text);
        report({
          messageId: 'lookAlike',
          data: { text, code: codeOf(text), letter: mistake.letter },
          span,
          fixes: withFirstPreferred(replacements(letters, mistake.letter, span)),
        });
        break;
      }
      case 'unknown': {
        const { word } = mistake;
        const fixes = replacements(letters, word?.letter, span);
        report({
          messageId: 'unknown',
          data: { text: cell.text, letters: listed(letters) },
          span,
          fixes: word?.isExact === true ? withFirstPreferred(fixes) : fixes,
        });
      }
    }
  },

  /** If the cell itself doesn't tell which letter was meant, the first fix is the letter of the task on other pages. */
  workspace({ playbook, summary, index, page, report }) {
    for (const { start, value } of summary.tasks) {
      const { letter, obligation } = value;
      if (obligation !== undefined || letter === undefined || letter.value === '') continue;
      const schema = tableOfRowAt(start, playbook.tables)?.schema;
      const mistake = schema === undefined ? undefined : mistakeIn(letter.value, schema, page);
      if (schema === undefined || mistake?.kind !== 'unknown' || mistake.word !== undefined) continue;
      const elsewhere = obligationElsewhere(value.id.value, summary, index);
      if (elsewhere === undefined) continue;
      const letters = moLettersOf(schema, page);
      const span = shift(letter.span, start);
      report({
        messageId: 'unknown',
        data: { text: letter.value, letters: listed(letters) },
        span,
        fixes: replacements(letters, letterFor(elsewhere, schema, page), span),
      });
    }
  },
});

type Mistake =
  /** `seen`: the letter without its invisible characters. */
  | { readonly kind: 'invisible'; readonly seen: string }
  /** A full-width letter, or the wrong case. */
  | { readonly kind: 'form'; readonly letter: string }
  /** A character that readers can't tell from the letter. */
  | { readonly kind: 'look-alike'; readonly letter: string }
  /** `word`: the meaning of a word that is written out. */
  | { readonly kind: 'unknown'; readonly word: WordMeaning | undefined };

function mistakeIn(cellText: string, schema: TableSchema, page: ReadingContext): Mistake | undefined {
  if (cellText === '') return undefined;
  const letters = moLettersOf(schema, page);
  const text = withoutEmphasis(cellText);
  if (letters.includes(text)) return undefined;
  const seen = withoutEmphasis(withoutInvisible(cellText));
  if (letters.includes(seen)) return { kind: 'invisible', seen };
  const letter = letters.find((one) => normalized(one) === normalized(text));
  if (letter !== undefined) return { kind: 'form', letter };
  const alike = letterLookingLike(text, letters);
  if (alike !== undefined) return { kind: 'look-alike', letter: alike };
  return { kind: 'unknown', word: letterForWord(text, schema, page) };
}

function replacements(letters: readonly string[], meant: string | undefined, span: Span): Fix[] {
  return meantFirst(letters, meant).map((letter) => replaceWith(span, letter));
}

function withFirstPreferred([first, ...others]: readonly Fix[]): Fix[] {
  return first === undefined ? [] : [preferred(first), ...others];
}

/** `*O*` looks like an O to readers. */
function withoutEmphasis(text: string): string {
  return /^([*_]{1,3})(.+)\1$/.exec(text)?.[2] ?? text;
}

/** The letter as in the header: half-width, in the same case. Keeps the emphasis around it. */
function sameLetter(cell: Cell, text: string, letter: string): Fix {
  const edits = [{ span: cell.span, newText: cell.text.replace(text, letter) }];
  return { ...replaceWith(cell.span, letter, 'safe'), edits };
}

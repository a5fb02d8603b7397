import { listed } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { invisibleIn, removeInvisible, withoutInvisible } from '../lint/support/invisible.js';
import { moLettersOf } from '../dialect/mo-letters.js';
import { taskCell } from '../dialect/task-rows.js';
import { replaceWith } from '../lint/support/fixes.js';
import type { Cell } from '../model/tables.js';
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
      form: '"{text}" is written as "{letter}" in the column header',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const cell = taskCell(row, schema, 'mo', page);
    if (cell === undefined || cell.text === '') return;
    const letters = moLettersOf(schema, page);
    const text = withoutEmphasis(cell.text);
    if (letters.includes(text)) return;
    const seen = withoutEmphasis(withoutInvisible(cell.text));
    if (letters.includes(seen)) {
      report({
        messageId: 'invisible',
        data: { text: seen, name: invisibleIn(cell.text) },
        span: cell.span,
        fixes: [removeInvisible(row.source, cell.span)],
      });
      return;
    }
    const meant = letters.find((letter) => normalized(letter) === normalized(text));
    if (meant === undefined) {
      report({
        messageId: 'unknown',
        data: { text: cell.text, letters: listed(letters) },
        span: cell.span,
        fixes: letters.map((letter) => replaceWith(cell.span, letter)),
      });
    } else {
      report({
        messageId: 'form',
        data: { text: cell.text, letter: meant },
        span: cell.span,
        fixes: [sameLetter(cell, text, meant)],
      });
    }
  },
});

/** `*O*` looks like an O to readers. */
function withoutEmphasis(text: string): string {
  return /^([*_]{1,3})(.+)\1$/.exec(text)?.[2] ?? text;
}

/** The letter as in the header: half-width, in the same case. Keeps the emphasis around it. */
function sameLetter(cell: Cell, text: string, letter: string): Fix {
  const edits = [{ span: cell.span, newText: cell.text.replace(text, letter) }];
  return { ...replaceWith(cell.span, letter, 'safe'), edits };
}

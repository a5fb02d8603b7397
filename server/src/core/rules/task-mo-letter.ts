import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { cellOf, columnIndex, type TableSchema } from '../model/tables.js';
import type { Page } from '../lint/rule.js';

export const taskMoLetter = defineRule({
  meta: {
    id: 'task-mo-letter',
    category: 'task-table',
    description: "A mandatory/optional cell holds one of the letters that the column's own header shows",
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      unknown: '"{text}" is not one of the letters in the column header: {letters}',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const cell = schema.kind === 'task' ? cellOf(row, schema, 'mo') : undefined;
    // A row of another width has its cells in other columns: that is the mistake to report there.
    if (cell === undefined || cell.text === '' || row.cells.length !== schema.width) return;
    const letters = lettersOf(schema, page);
    if (letters.includes(cell.text) || page.vocabulary.taskId.placeholders.includes(row.cells[0]?.text ?? '')) return;
    report({
      messageId: 'unknown',
      data: { text: cell.text, letters: letters.join(', ') },
      span: cell.span,
      fixes: letters.map((letter) => ({
        title: `Replace with "${letter}"`,
        edits: [{ span: cell.span, newText: letter }],
        applicability: 'suggestion',
      })),
    });
  },
});

/** The header's own letters; those of the page's language when the header is missing, and none when it is misspelt. */
function lettersOf(schema: TableSchema, page: Page): readonly string[] {
  if (schema.letters.length > 1) return schema.letters;
  const { mandatory, optional } = page.vocabulary.letters[page.language];
  return schema.columns[columnIndex(schema, 'mo')]?.cell === undefined ? [mandatory, optional] : [...new Set([...schema.letters, mandatory, optional])];
}

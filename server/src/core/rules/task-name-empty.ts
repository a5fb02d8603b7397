import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { comparableName } from '../comparison/task-aspects.js';
import { nameElsewhere } from '../comparison/disagreements.js';
import { outerSpanOf } from '../lint/support/placed-cells.js';
import { cutShort, taskCell, taskNameOf, withEscapedPipes } from '../dialect/task-rows.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const taskNameEmpty = defineRule({
  meta: {
    id: 'task-name-empty',
    category: 'task-table',
    description: 'Every task has a name',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      empty: 'Task "{id}" has no name',
      emptyWithoutId: 'The task has no name',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const cell = taskCell(row, schema, 'task-name', page);
    if (cell === undefined || cell.text !== '') return;
    const id = taskNameOf(row);
    if (id === '') report({ messageId: 'emptyWithoutId', span: cell.outer });
    else report({ messageId: 'empty', data: { id }, span: cell.outer });
  },

  /** The same problem, with a fix that inserts the name from other pages or the catalogue. */
  workspace({ playbook, summary, index, report }) {
    for (const { start, value } of summary.tasks) {
      if (value.name?.value !== '') continue;
      const id = value.id.value;
      const span = outerSpanOf(start, 'task-name', playbook);
      const names = span === undefined ? [] : namesOf(id, summary, index);
      if (span === undefined || names.length === 0) continue;
      const fixes = names.map((name) =>
        suggestion(titles.insert({ text: cutShort(name) }), { span, newText: ` ${withEscapedPipes(name)} ` }),
      );
      report({ messageId: 'empty', data: { id }, span, fixes });
    }
  },
});

/** The names of the task on pages in the same language, then in the catalogue, which is in English. */
function namesOf(id: string, summary: PageSummary, index: IndexReader): string[] {
  const entries = summary.language === 'en' ? index.entriesFor(id, summary.path).map(({ entry }) => entry.name) : [];
  const names = [nameElsewhere(id, summary, index) ?? '', ...entries].filter((name) => name !== '');
  return names.filter((name, at) => names.findIndex((other) => comparableName(other) === comparableName(name)) === at);
}

import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { disagreementsOf } from '../comparison/disagreements.js';
import { placesOf } from '../lint/support/task-findings.js';
import { TASK_ASPECTS } from '../comparison/task-aspects.js';
import { letterForObligation } from '../lint/support/own-words.js';
import { counted } from '../text/word-lists.js';
import { shift } from '../text/span.js';
import type { Obligation } from '../vocabulary/vocabulary.js';

export const taskMoInconsistent = defineRule({
  meta: {
    id: 'task-mo-inconsistent',
    category: 'task-table',
    description: 'A task is mandatory on all pages for the same readers, or optional on all of them',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      other: 'Task "{id}" is {here} here and {there} on {places}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    for (const disagreement of disagreementsOf(summary, index, TASK_ASPECTS.mo)) {
      const { task, cell, others } = disagreement;
      const there: Obligation = task.value.obligation === 'mandatory' ? 'optional' : 'mandatory';
      const span = shift(cell.span, task.start);
      const letter = letterForObligation(there, task, playbook, page);
      report({
        messageId: 'other',
        data: {
          id: task.value.id.value,
          here: task.value.obligation ?? '',
          there,
          places: counted(others.length, 'other page'),
        },
        span,
        related: placesOf(disagreement, TASK_ASPECTS.mo),
        fixes: letter === undefined ? [] : [replaceWith(span, letter)],
      });
    }
  },
});

import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { disagreementsOf } from '../comparison/disagreements.js';
import { placesOf } from '../lint/support/task-findings.js';
import { TASK_ASPECTS } from '../comparison/task-aspects.js';
import { letterForObligation } from '../lint/support/own-words.js';
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
      mandatoryElsewhere:
        '{count, plural, one {Task "{id}" is optional here and mandatory on # other page} other {Task "{id}" is optional here and mandatory on # other pages}}',
      optionalElsewhere:
        '{count, plural, one {Task "{id}" is mandatory here and optional on # other page} other {Task "{id}" is mandatory here and optional on # other pages}}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    for (const disagreement of disagreementsOf(summary, index, TASK_ASPECTS.mo)) {
      const { task, cell, count } = disagreement;
      const there: Obligation = task.value.obligation === 'mandatory' ? 'optional' : 'mandatory';
      const span = shift(cell.span, task.start);
      const letter = letterForObligation(there, task, playbook, page);
      report({
        messageId: there === 'mandatory' ? 'mandatoryElsewhere' : 'optionalElsewhere',
        data: { id: task.value.id.value, count },
        span,
        related: placesOf(disagreement, TASK_ASPECTS.mo),
        fixes: letter === undefined ? [] : [replaceWith(span, letter)],
      });
    }
  },
});

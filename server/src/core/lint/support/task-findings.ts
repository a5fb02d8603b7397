import { defineMessages } from '../../../messages/index.js';
import { disagreementsOf, type Disagreement } from '../../comparison/disagreements.js';
import type { TaskAspect } from '../../comparison/task-aspects.js';
import { cutShort } from '../../dialect/task-rows.js';
import { shift, type Span } from '../../text/span.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PageSummary } from '../../workspace-index/page-summary.js';
import type { Fix, Related } from '../rule.js';
import { replaceWith } from './fixes.js';

const texts = defineMessages('task-findings', {
  otherText: {
    text: 'It is "{text}" here',
    note: 'About a place on another page, with another text for the same cell of a task.',
  },
});

/** A disagreement in the form in which rules report it. */
export interface TaskFinding {
  readonly messageId: 'other';
  readonly data: {
    readonly id: string;
    readonly here: string;
    readonly there: string;
    /** How many other pages say `there`. */
    readonly count: number;
  };
  /** Of the cell, in the file. */
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** The disagreements of a page, each with a fix that uses the text of the other pages. */
export function taskFindings(summary: PageSummary, index: IndexReader, aspect: TaskAspect): TaskFinding[] {
  return disagreementsOf(summary, index, aspect).map((disagreement) => {
    const { task, cell, count, spelling } = disagreement;
    const span = shift(cell.span, task.start);
    return {
      messageId: 'other',
      data: {
        id: task.value.id.value,
        here: cell.value,
        there: spelling,
        count,
      },
      span,
      related: placesOf(disagreement, aspect),
      fixes: [replaceWith(span, spelling)],
    };
  });
}

/** Some of the other rows of the same task. */
export function placesOf({ places }: Disagreement, aspect: TaskAspect): Related[] {
  return places.flatMap(({ page, task }) => {
    const cell = aspect.cellOf(task.value);
    return cell === undefined
      ? []
      : [
          {
            path: page.path,
            span: shift(cell.span, task.start),
            message: texts.otherText({ text: cutShort(cell.value) }),
          },
        ];
  });
}

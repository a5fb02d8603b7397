import { defineMessages } from '../../../messages/index.js';
import { fusedLabelIn } from '../../dialect/label-lines.js';
import type { ReadingContext } from '../../dialect/reading-context.js';
import type { LabelLine } from '../../model/labels.js';
import { textBlocksOf, type Playbook } from '../../model/playbook.js';
import { lineEndOf } from '../../text/line-ends.js';
import { shift, type Placed, type Span } from '../../text/span.js';
import type { LabelId } from '../../vocabulary/vocabulary.js';
import type { Fix } from '../rule.js';
import { almostLabelsIn } from './almost-labels.js';
import { suggestion } from './fixes.js';
import { labelsWithoutColon } from './labels-without-colon.js';

const texts = defineMessages('label-edits', {
  insertLine: {
    text: 'Insert the line "{line}"',
    note: 'Title of a fix. {line}: a label with its value, such as "Primary Role: FastTrack Manager".',
  },
});

/** Whether the label exists in `span`, but is misspelled, has no colon, or is in another line: other rules report it. */
export function isAlmostThere(span: Span, id: LabelId, playbook: Playbook, page: ReadingContext): boolean {
  return textBlocksOf(playbook).some(({ start, value: block }) => {
    if (start + block.source.length <= span.start || start >= span.end) return false;
    if (almostLabelsIn(block, page).some((almost) => almost.id === id)) return true;
    if (labelsWithoutColon(block, page).some((label) => label.id === id)) return true;
    return block.labels.some((label) => fusedLabelIn(block.source, label, page)?.id === id);
  });
}

/** Inserts a line in the right place: above the next label in order, or else below the last one. */
export function insertLabelLine(
  labels: readonly Placed<LabelLine>[],
  id: LabelId,
  line: string,
  { text, vocabulary: { labelOrder } }: Playbook,
): Fix[] {
  const place = labelOrder.indexOf(id);
  const later = labels.find(({ value }) => labelOrder.indexOf(value.id) > place);
  const title = texts.insertLine({ line: line.replaceAll('**', '') });
  if (later !== undefined) {
    const at = later.start + later.value.line.start;
    return [suggestion(title, { span: { start: at, end: at }, newText: `${line}  ${lineEndOf(text)}` })];
  }
  const last = labels[labels.length - 1];
  if (last === undefined || last.value.value.wrapped) return [];
  const own = shift(last.value.line, last.start);
  const end = own.start + text.slice(own.start, own.end).trimEnd().length;
  return [suggestion(title, { span: { start: end, end: own.end }, newText: `  ${lineEndOf(text)}${line}` })];
}

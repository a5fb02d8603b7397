import { stepsOf, type Step } from '../dialect/steps.js';
import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import { TERMS_OF_LABEL, type LabelId, type Vocabulary } from '../vocabulary/vocabulary.js';
import { lineOf } from './cell-text.js';
import type { CaretEdits } from './edit-result.js';
import { insertBlock, scopeAt } from './page-blocks.js';
import { joinTerms } from './page-terms.js';
import { writingPlace } from './writing-place.js';

/** The values of a new step. Missing values are taken from the step before it. */
export interface StepTexts {
  readonly title?: string;
  /** Neutral IDs, or words of any language. */
  readonly roles?: readonly string[];
  readonly motions?: readonly string[];
  readonly services?: readonly string[];
}

/**
 * Adds a step after the one at `caret`: its heading and its label lines with hard breaks between them, in the words of
 * the page. It has the labels that most steps of the page have; on a page without steps, all three.
 */
export function insertStep(playbook: Playbook, caret: number, texts: StepTexts = {}): CaretEdits {
  const offset = writingPlace(playbook, caret);
  const steps = stepsOf(playbook);
  const given: Partial<Record<LabelId, readonly string[]>> = {
    'primary-role': linesOf(texts.roles),
    motions: linesOf(texts.motions),
    'applies-to': linesOf(texts.services),
  };
  const labels = playbook.vocabulary.labelOrder.flatMap((id) => {
    const having = steps.filter((step) => labelOf(step, id) !== undefined);
    const values = given[id] ?? [];
    if (having.length * 2 < steps.length && values.length === 0) return [];
    const model = nearest(having, offset);
    return [labelLine(playbook, model && labelOf(model, id), id, values)];
  });
  const title = lineOf(texts.title ?? '');
  // Two trailing spaces keep the next label on a separate line.
  const lines = [
    `### ${title}`,
    '',
    ...labels.map((label, index) => (index < labels.length - 1 ? `${label}  ` : label)),
  ];
  const { edit, lineStarts } = insertBlock(playbook, scopeAt(playbook, offset).end, lines);
  const start = (lineStarts[0] ?? 0) + '### '.length;
  return { edits: [edit], selection: { start, end: start + title.length } };
}

/** Each value on one line, without blank values. */
function linesOf(values: readonly string[] = []): string[] {
  return values.map((value) => lineOf(value)).filter((value) => value !== '');
}

/** The last step that begins at or before `offset`; otherwise the first step. */
function nearest(steps: readonly Step[], offset: number): Step | undefined {
  return [...steps].reverse().find(({ span }) => span.start <= offset) ?? steps[0];
}

/** `model`: the label line of another step, whose value is the default. */
function labelLine(page: Playbook, model: LabelLine | undefined, id: LabelId, given: readonly string[]): string {
  const { vocabulary, language } = page;
  const terms = vocabulary[TERMS_OF_LABEL[id]];
  const value =
    given.length > 0
      ? joinTerms(given, terms, page)
      : (model?.value.text ?? joinTerms(usualValues(id, vocabulary), terms, page));
  const isRight = model?.matches.some((match) => match.language === language && match.kind !== 'error') === true;
  const label = isRight ? model.label.value : vocabulary.labels.spelling(id, language);
  // A dash means that there is no value.
  return `${label}${model?.colon.value ?? ':'} ${value === '-' ? value : `**${value}**`}`;
}

/** A label line of the step whose value is complete and on that line. */
function labelOf({ labels }: Step, id: LabelId): LabelLine | undefined {
  return labels.find(
    ({ value }) =>
      value.id === id && value.value.text !== '' && !value.value.wrapped && value.value.bold !== 'unclosed',
  )?.value;
}

/** The defaults: the first role, every motion, all services. */
function usualValues(id: LabelId, vocabulary: Vocabulary): readonly string[] {
  const ids = vocabulary[TERMS_OF_LABEL[id]].ids();
  return id === 'motions' ? ids : ids.slice(0, 1);
}

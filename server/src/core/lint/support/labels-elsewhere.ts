import { labelTermIds } from '../../dialect/label-lines.js';
import type { ReadingContext } from '../../dialect/reading-context.js';
import { stepsOf, type Step } from '../../dialect/steps.js';
import { taskCell } from '../../dialect/task-rows.js';
import type { Playbook } from '../../model/playbook.js';
import { isBodyRow } from '../../model/tables.js';
import { TERMS_OF_LABEL, type LabelId } from '../../vocabulary/vocabulary.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PageSummary } from '../../workspace-index/page-summary.js';

/** What is needed to learn about label lines from the page in other languages. */
export interface LabelSource {
  readonly playbook: Playbook;
  readonly summary: PageSummary;
  readonly index: IndexReader;
  readonly page: ReadingContext;
}

/**
 * The value of a label in the same step of the page in another language, English first, in the words of this page.
 * Pages with another number of steps aren't compared. `step` counts from 0.
 */
export function stepLabelElsewhere(step: number, id: LabelId, source: LabelSource): string | undefined {
  for (const { steps } of counterpartsOf(source)) {
    if (steps.length !== source.summary.steps.length) continue;
    const terms = steps[step]?.value.labels.find((label) => label.id === id)?.terms;
    if (terms !== undefined) return labelInOwnWords(terms, id, source);
  }
  return undefined;
}

/**
 * What the page itself says about the value of a label in a step: the only role of the step's tasks, or the value that
 * all other steps have.
 */
export function stepLabelHere(step: Step, id: LabelId, playbook: Playbook, page: ReadingContext): string | undefined {
  return (
    (id === 'primary-role' ? roleOfTasks(step, playbook, page) : undefined) ?? valueOfSteps(step, id, playbook, page)
  );
}

/** The role of every task of the step, if it's the same and spelled correctly. */
function roleOfTasks(
  { heading, span }: Step,
  { headings, tables }: Playbook,
  page: ReadingContext,
): string | undefined {
  const next = headings.find((other) => other.start > heading.start && other.value.level <= heading.value.level);
  const end = next?.start ?? Infinity;
  const roles = tables
    .filter(({ start }) => start >= span.start && start < end)
    .flatMap(({ table, schema }) =>
      table.rows.flatMap((row, index) =>
        isBodyRow(table, index) ? (taskCell(row, schema, 'role', page)?.text ?? []) : [],
      ),
    );
  const [role] = roles;
  if (role === undefined || roles.some((other) => other !== role)) return undefined;
  return page.vocabulary.roles.find(role, page.language)?.kind === 'canonical' ? role : undefined;
}

/** The value in all other steps, if there are several. */
function valueOfSteps(step: Step, id: LabelId, playbook: Playbook, page: ReadingContext): string | undefined {
  const others = stepsOf(playbook)
    .filter(({ heading }) => heading !== step.heading)
    .map(({ labels }) => labels.find(({ value }) => value.id === id)?.value);
  const [first] = others;
  if (first === undefined || others.length < LEAST_STEPS || first.value.bold !== 'yes' || first.value.wrapped)
    return undefined;
  const terms = String(labelTermIds(first, page));
  const isSame = others.every((label) => label !== undefined && String(labelTermIds(label, page)) === terms);
  return terms !== '' && isSame ? first.value.text : undefined;
}

/** Two other steps can have the same value by chance. */
const LEAST_STEPS = 3;

/** The phases that the page names in another language, English first, in the words of this page. */
export function phaseElsewhere(source: LabelSource & { readonly among?: readonly PageSummary[] }): string | undefined {
  const { among = counterpartsOf(source) } = source;
  const phases = among.find((page) => page.phases.length > 0)?.phases;
  return phases === undefined ? undefined : labelInOwnWords(phases, 'phase', source);
}

/** The page in the other languages, English first. */
export function counterpartsOf({ summary, index }: LabelSource): PageSummary[] {
  const pages = index.translationsOf(summary.path);
  if (pages.get(summary.language)?.path !== summary.path || !index.isBuilt(summary.path)) return [];
  return [...pages.values()]
    .filter(({ path }) => path !== summary.path && index.isBuilt(path))
    .sort((a, b) => Number(b.language === 'en') - Number(a.language === 'en'));
}

/** As another label line of this page says it, or else in the recommended spelling. */
export function labelInOwnWords(terms: readonly string[], id: LabelId, { playbook, page }: LabelSource): string {
  const same = playbook.labels.find(
    ({ value: label }) =>
      label.id === id &&
      label.value.bold === 'yes' &&
      !label.value.wrapped &&
      String(labelTermIds(label, page)) === String(terms),
  );
  if (same !== undefined) return same.value.value.text;
  const { vocabulary, language } = page;
  const spellings = terms.map((term) => vocabulary[TERMS_OF_LABEL[id]].spelling(term, language));
  return spellings.join(vocabulary.separators[language]);
}

import { labelTermIds } from '../../dialect/label-lines.js';
import type { ReadingContext } from '../../dialect/reading-context.js';
import type { Playbook } from '../../model/playbook.js';
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

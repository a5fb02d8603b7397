import { defineMessages } from '../../../messages/index.js';
import { structureOf, type StructureComparison, type UnitPair } from '../../comparison/structure.js';
import { comparisonsOf, type TranslationComparison } from '../../comparison/translations.js';
import type { Unit } from '../../comparison/units.js';
import { firstLineOf } from '../../model/playbook.js';
import { shift, type Span } from '../../text/span.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PageSummary } from '../../workspace-index/page-summary.js';
import type { Related } from '../rule.js';

const texts = defineMessages('structure-places', {
  english: { text: 'The same place on the English page', note: 'A link to a heading of the English page.' },
  inEnglish: {
    text: '"{text}" in English',
    note: 'A link to a place on the English page. {text}: what it says there.',
  },
});

/** A translation and how its structure differs from the English page. */
export interface ComparedStructure {
  readonly comparison: TranslationComparison;
  readonly structure: StructureComparison;
}

/** Of a translation: on the English page, it isn't known whether English or the translations are right. */
export function structuresOf(summary: PageSummary, index: IndexReader): ComparedStructure[] {
  if (summary.language === 'en') return [];
  return comparisonsOf(summary, index).map((comparison) => ({ comparison, structure: structureOf(comparison) }));
}

/** The text of the heading; of what is above the first heading, the first line. */
export function headingSpan({ heading }: Unit, page: PageSummary): Span {
  return heading === undefined ? firstLineOf(page) : shift(heading.value.span, heading.start);
}

/** The name of the unit on its page. */
export function nameOfUnit({ heading }: Unit, page: PageSummary): string {
  return (heading ?? page.headings[0])?.value.text ?? '';
}

/** The heading of the English page. */
export function toEnglish({ english }: UnitPair, comparison: TranslationComparison): Related {
  return { path: comparison.english.path, span: headingSpan(english, comparison.english), message: texts.english };
}

/** What the English page says at `span`. */
export function toEnglishText(text: string, span: Span, { english }: TranslationComparison): Related {
  return { path: english.path, span, message: texts.inEnglish({ text }) };
}

import { allOf, defineMessages, type MessageList } from '../../../messages/index.js';
import { TASK_ASPECTS } from '../../comparison/task-aspects.js';
import { comparisonsOf, type SharedAspect, type TranslationComparison } from '../../comparison/translations.js';
import { cutShort } from '../../dialect/task-rows.js';
import { shift, type Span } from '../../text/span.js';
import type { Language } from '../../vocabulary/language.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PageSummary, PlacedTask } from '../../workspace-index/page-summary.js';
import type { Related } from '../rule.js';

const texts = defineMessages('translation-differences', {
  inLanguage: {
    text: '"{text}" in {language}',
    note: 'About a place on the page in another language. {text}: what the cell says there.',
  },
});

/** A cell that differs from the page in another language. */
export interface DifferentCell {
  readonly task: PlacedTask;
  /** Of the cell, in the file. */
  readonly span: Span;
  /** The English row, on a translation; `undefined` on the English page itself. */
  readonly english: PlacedTask | undefined;
  /** English, or the languages of the translations. */
  readonly languages: MessageList;
  /** The cells on the other pages. */
  readonly related: readonly Related[];
}

/** The cells of a page that differ from the English page or, on the English page, from a translation: each once. */
export function cellsThatDiffer(summary: PageSummary, index: IndexReader, aspect: SharedAspect): DifferentCell[] {
  const isEnglish = summary.language === 'en';
  const byTask = new Map<
    PlacedTask,
    { readonly english: PlacedTask; readonly languages: Set<Language>; readonly related: Related[] }
  >();
  for (const { english, translation, differences } of comparisonsOf(summary, index)) {
    const other = isEnglish ? translation : english;
    for (const difference of differences) {
      if (difference.aspect !== aspect) continue;
      const [own, theirs] = isEnglish
        ? [difference.english, difference.translated]
        : [difference.translated, difference.english];
      const found = byTask.get(own) ?? { english: difference.english, languages: new Set(), related: [] };
      byTask.set(own, found);
      found.languages.add(other.language);
      const cell = TASK_ASPECTS[aspect].cellOf(theirs.value);
      if (cell !== undefined)
        found.related.push({
          path: other.path,
          span: shift(cell.span, theirs.start),
          message: texts.inLanguage({ text: cutShort(cell.value), language: { language: other.language } }),
        });
    }
  }
  return [...byTask].flatMap(([task, { english, languages, related }]): DifferentCell[] => {
    const cell = TASK_ASPECTS[aspect].cellOf(task.value);
    if (cell === undefined) return [];
    return [
      {
        task,
        span: shift(cell.span, task.start),
        english: isEnglish ? undefined : english,
        languages: allOf([...languages].map((language) => ({ language }))),
        related,
      },
    ];
  });
}

/** The languages of the translations. */
export function inLanguages(comparisons: readonly TranslationComparison[]): MessageList {
  return allOf(comparisons.map(({ translation: { language } }) => ({ language })));
}

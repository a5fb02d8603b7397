import type { MessageList } from '../../../messages/index.js';
import type { Span } from '../../text/span.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PageSummary } from '../../workspace-index/page-summary.js';
import type { ReadingContext } from '../../dialect/reading-context.js';
import type { Fix, Related } from '../rule.js';
import { replaceWith } from './fixes.js';
import { termsInOwnWords } from './own-words.js';
import { cellsThatDiffer } from './translation-differences.js';

/** A cell of roles or services that differs between languages, in the form in which rules report it. */
export type TermDifference = Place &
  (
    | {
        readonly messageId: 'fromEnglish';
        readonly data: { readonly id: string; readonly here: string; readonly there: string };
        readonly fixes: readonly Fix[];
      }
    | { readonly messageId: 'fromTranslation'; readonly data: { readonly id: string; readonly languages: MessageList } }
  );

interface Place {
  readonly span: Span;
  readonly related: readonly Related[];
}

const TERMS = { role: 'roles', services: 'services' } as const;

/** The differences of a page. On the English page, it isn't known whether English or the translations are right. */
export function termDifferences(
  summary: PageSummary,
  index: IndexReader,
  aspect: 'role' | 'services',
  page: ReadingContext,
): TermDifference[] {
  return cellsThatDiffer(summary, index, aspect).map(({ task, span, english, languages, related }) => {
    const id = task.value.id.value;
    const there = english?.value[aspect];
    if (there === undefined) return { messageId: 'fromTranslation', data: { id, languages }, span, related };
    const fixes = [replaceWith(span, termsInOwnWords(there, TERMS[aspect], 'en', page))];
    return {
      messageId: 'fromEnglish',
      data: { id, here: task.value[aspect]?.value ?? '', there: there.value },
      span,
      related,
      fixes,
    };
  });
}

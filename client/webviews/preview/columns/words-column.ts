import type { Message } from '../../../../server/src/messages/index';
import type { OfferedTerm, PreviewTerms, PreviewWords } from '../protocol/messages';
import { always, NO_LABELS, type TaskColumn, type WidthLimits, type WordsIn } from './column';
import { BROKEN, termValue } from './filter-values';
import type { PlacedRow } from './placed-row';

interface WordsColumn<Name> {
  readonly id: Name;
  readonly title: Message;
  readonly terms: WordsIn;
  readonly offered: (words: PreviewWords) => readonly OfferedTerm[];
  readonly width: WidthLimits;
  readonly exportedAs: string;
}

/** A column of task tables whose cells are lists of words. */
export function wordsColumn<Name extends 'role' | 'services'>({
  id,
  title,
  terms,
  offered,
  width,
  exportedAs,
}: WordsColumn<Name>): TaskColumn<Name> {
  const text = ({ row }: PlacedRow): string => joined(terms(row));
  return {
    id,
    title,
    isShown: always,
    cell: terms,
    text,
    look: { kind: 'words', terms },
    editor: { kind: 'words', terms, offered },
    width,
    sortKey: text,
    isSearched: true,
    filter: {
      isShown: always,
      values: ({ row }) => (row.broken === null ? (terms(row)?.terms.map(termValue) ?? []) : [BROKEN]),
      labels: NO_LABELS,
    },
    exported: { name: exportedAs, isForInformation: false, cell: ({ row }) => terms(row)?.source ?? '' },
  };
}

function joined(cell: PreviewTerms | null): string {
  return cell?.terms.map(({ text }) => text).join(', ') ?? '';
}

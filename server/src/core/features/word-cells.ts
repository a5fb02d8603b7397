import { defineMessages } from '../../messages/index.js';
import { moLettersOf } from '../dialect/mo-letters.js';
import type { Playbook } from '../model/playbook.js';
import { shift, sliceOf } from '../text/span.js';
import { LANGUAGES } from '../vocabulary/language.js';
import { bestMatch, type TermSet } from '../vocabulary/term-set.js';
import type { RefreshColumnId, TaskColumnId } from '../vocabulary/vocabulary.js';
import type { CellPlace } from './caret-place.js';
import { partAround } from './caret-part.js';
import { COLUMN_PURPOSES } from './purposes.js';
import { termCard, type WordCard, type WordKind } from './word-card.js';

const texts = defineMessages('word-cells', {
  mandatory: 'Mandatory: the task is required.',
  optional: 'Optional: the task can be skipped.',
});

/** The card of a column header, or of the letter, role or service in a cell. */
export function cellCard(place: CellPlace, playbook: Playbook, offset: number): WordCard | undefined {
  if (place.span.start === place.span.end) return undefined;
  if (place.part === 'header') return columnCard(place, playbook);
  if (place.part === 'delimiter') return undefined;
  switch (place.column?.id) {
    case 'mo':
      return letterCard(place, playbook);
    case 'role':
      return partCard('role', playbook.vocabulary.roles, place, playbook, offset);
    case 'services':
      return partCard('service', playbook.vocabulary.services, place, playbook, offset);
    default:
      return undefined;
  }
}

function columnCard({ column, span, placed }: CellPlace, playbook: Playbook): WordCard | undefined {
  const id = column?.id;
  if (id === undefined || column?.by === 'position') return undefined;
  const { taskColumns, refreshColumns } = playbook.vocabulary;
  const terms = (placed.schema.kind === 'refresh' ? refreshColumns : taskColumns) as TermSet<
    TaskColumnId | RefreshColumnId
  >;
  return { ...termCard('column', terms, id, span, playbook), purpose: COLUMN_PURPOSES[id] };
}

const MEANINGS = ['mandatory', 'optional'] as const;

/** The meaning of the letter under this header, and the letters of the other languages. */
function letterCard({ span, placed }: CellPlace, playbook: Playbook): WordCard | undefined {
  const { text, vocabulary, language } = playbook;
  const letter = sliceOf(text, span).replace(/^[*_]+|[*_]+$/g, '');
  const meaning = MEANINGS[moLettersOf(placed.schema, playbook).indexOf(letter)];
  if (meaning === undefined) return undefined;
  const translations = LANGUAGES.filter((one) => one !== language).map((one) => ({
    language: one,
    word: vocabulary.letters[one][meaning],
    others: [],
  }));
  return {
    kind: 'letter',
    span,
    word: letter,
    purpose: texts[meaning],
    notes: [],
    translations,
  };
}

/** One of the terms in the cell. */
function partCard(
  kind: WordKind,
  terms: TermSet,
  place: CellPlace,
  playbook: Playbook,
  offset: number,
): WordCard | undefined {
  const parts = terms
    .split(sliceOf(playbook.text, place.span))
    .map((part) => ({ ...part, span: shift(part.span, place.span.start) }));
  const span = partAround(
    playbook.text,
    place.span,
    parts.map((part) => part.span),
    offset,
  );
  const part = parts.find((one) => one.span.start === span.start && one.span.end === span.end);
  const match = bestMatch(part?.matches ?? [], playbook.language);
  return part === undefined || match === undefined ? undefined : termCard(kind, terms, match.id, part.span, playbook);
}

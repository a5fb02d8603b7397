import { defineMessages } from '../../messages/index.js';
import { moLettersOf } from '../dialect/mo-letters.js';
import { columnIndex, taskIdIn } from '../model/tables.js';
import { readingContextOf } from '../dialect/reading-context.js';
import { shift } from '../text/span.js';
import { partAround } from '../features/caret-part.js';
import { bestMatch, type TermSet } from '../vocabulary/term-set.js';
import type { Obligation } from '../vocabulary/vocabulary.js';
import type { CellPlace } from '../features/caret-place.js';
import { cellEdit } from './cell-edit.js';
import { all, NO_COMPLETIONS, type Completion, type CompletionRequest, type Completions } from './completion.js';
import { taskNameSource, tasksOfOthers, type KnownTask } from './known-tasks.js';
import { jointAt, offeredTerms } from './terms.js';

const texts = defineMessages('task-cells', {
  name: { text: 'the name elsewhere', note: 'A suggestion: the name of the task on other pages.' },
  mandatory: { text: 'mandatory', note: 'The meaning of a suggested letter, such as M.' },
  optional: { text: 'optional', note: 'The meaning of a suggested letter, such as O.' },
  usualTerms: {
    text: 'what the task has elsewhere',
    note: 'Suggested roles or services: those of the task on other pages.',
  },
});

/** The name of the row's task on other pages. */
export function nameCompletions(place: CellPlace, request: CompletionRequest): Completions {
  const task = taskOfRow(place, request);
  if (task?.name === undefined || task.name === '') return NO_COMPLETIONS;
  return all([
    {
      label: task.name,
      kind: 'task',
      detail: texts.name,
      edit: cellEdit(place, request.playbook.text, request.offset, taskNameSource(task)),
    },
  ]);
}

const MEANINGS = ['mandatory', 'optional'] as const;

/** The letters in the header of this table; the task's letter on other pages first. */
export function letterCompletions(place: CellPlace, request: CompletionRequest): Completions {
  const { playbook, offset } = request;
  const letters = moLettersOf(place.placed.schema, readingContextOf(request.playbook));
  const items = letters.map((letter, index): Completion => {
    const meaning = MEANINGS[index];
    return {
      label: letter,
      kind: 'letter',
      ...(meaning !== undefined && { detail: texts[meaning] }),
      edit: cellEdit(place, playbook.text, offset, letter),
    };
  });
  return all(firstOf(items, taskOfRow(place, request)?.obligation));
}

function firstOf(items: readonly Completion[], obligation: Obligation | undefined): readonly Completion[] {
  const usual = items[MEANINGS.findIndex((meaning) => meaning === obligation)];
  return usual === undefined ? items : [usual, ...items.filter((item) => item !== usual)];
}

/** Roles or services in the page's language; those of the task on other pages first. */
export function termCompletions(
  place: CellPlace,
  column: 'role' | 'services',
  request: CompletionRequest,
): Completions {
  const { playbook, offset } = request;
  const { text, vocabulary, language } = playbook;
  const terms = vocabulary[column === 'role' ? 'roles' : 'services'];
  const parts = terms
    .split(text.slice(place.span.start, place.span.end))
    .map((part) => ({ ...part, span: shift(part.span, place.span.start) }));
  const part = partAround(
    text,
    place.span,
    parts.map(({ span }) => span),
    offset,
  );
  const value = { text, offset, parts, part };
  const items = offeredTerms(terms, column === 'role' ? 'role' : 'service', language, value).map(
    ({ spelling, detail, filterText, span }): Completion => {
      const { before, after, edits } = jointAt(value, span, vocabulary.separators[language]);
      return {
        label: spelling,
        kind: 'term',
        detail,
        filterText,
        edit: cellEdit(place, text, offset, before + spelling + after, span),
        ...(edits.length > 0 && { additionalEdits: edits }),
      };
    },
  );
  const usual = taskOfRow(place, request)?.[column];
  return all(
    place.span.start === place.span.end && usual !== undefined
      ? [usualItem(usual, terms, place, request), ...items.filter(({ label }) => label !== usual)]
      : items,
  );
}

/** Typing the English name finds it, too. */
function usualItem(
  words: string,
  terms: TermSet,
  place: CellPlace,
  { playbook: { text, language }, offset }: CompletionRequest,
): Completion {
  const english = terms.split(words).map(({ matches, text: part }) => {
    const id = bestMatch(matches, language)?.id;
    return id === undefined ? part : terms.spelling(id, 'en');
  });
  return {
    label: words,
    filterText: `${words} ${english.join(' ')}`,
    kind: 'term',
    detail: texts.usualTerms,
    edit: cellEdit(place, text, offset, words),
  };
}

/** The task of the row, as on other pages. */
function taskOfRow({ row, placed: { schema } }: CellPlace, request: CompletionRequest): KnownTask | undefined {
  const cell = row.cells[columnIndex(schema, 'task-id')];
  return cell === undefined || cell.text === '' ? undefined : tasksOfOthers(request)?.task(taskIdIn(cell).value);
}

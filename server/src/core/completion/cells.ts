import type { CellPlace } from '../features/caret-place.js';
import { NO_COMPLETIONS, type CompletionRequest, type Completions } from './completion.js';
import { delimiterCompletions, headerCompletions } from './header-cells.js';
import { dateCompletions, personCompletions } from './refresh-cells.js';
import { letterCompletions, nameCompletions, termCompletions } from './task-cells.js';
import { taskCompletions } from './task-ids.js';

/** Completions in a cell, by column. Cells of prose have none. */
export function cellCompletions(place: CellPlace, request: CompletionRequest): Completions {
  if (place.part === 'header') return headerCompletions(place, request);
  if (place.part === 'delimiter') return delimiterCompletions(place, request);
  switch (place.column?.id) {
    case 'task-id':
      return taskCompletions(place, request);
    case 'task-name':
      return nameCompletions(place, request);
    case 'mo':
      return letterCompletions(place, request);
    case 'role':
    case 'services':
      return termCompletions(place, place.column.id, request);
    case 'date':
      return dateCompletions(place, request);
    case 'who':
      return personCompletions(place, request);
    default:
      return NO_COMPLETIONS;
  }
}

import type { CaretPlace } from '../features/caret-place.js';
import { placeAt } from '../features/place-at.js';
import { alertCompletions } from './alerts.js';
import { cellCompletions } from './cells.js';
import { NO_COMPLETIONS, type CompletionRequest, type Completions } from './completion.js';
import { keyCompletions } from './front-matter-keys.js';
import { valueCompletions } from './front-matter-values.js';
import { headingCompletions } from './headings.js';
import { labelValueCompletions } from './label-values.js';
import { labelCompletions, lineCompletions } from './labels.js';
import { mentionCompletions } from './mentions.js';
import { suppressionCompletions } from './suppressions.js';

/**
 * Completions at the caret, best first. None in code and prose; of a closed list, only items that no rule would report.
 */
export function completionsAt(request: CompletionRequest): Completions {
  const place = placeAt(request.playbook, request.offset);
  if (request.typed !== undefined && TRIGGERS.get(request.typed)?.includes(place.kind) !== true) return NO_COMPLETIONS;
  const found = completionsIn(place, request);
  if (request.typed === '/') return parts(found);
  return request.typed === ' ' ? goingOn(found, request) : found;
}

/**
 * The trigger characters, and where they apply. `:` and `-` are missing because a space follows them; Tab and Enter are
 * missing because they have another meaning.
 */
const TRIGGERS: ReadonlyMap<string, readonly CaretPlace['kind'][]> = new Map([
  ['|', ['cell']],
  [' ', ['value', 'label-value', 'cell', 'heading', 'suppression']],
  ['/', ['label-value', 'cell']],
  ['*', ['label-value']],
  ['!', ['alert']],
  // In Chinese and Japanese, no space follows the colon.
  ['：', ['label-value']],
]);

export const COMPLETION_TRIGGERS: readonly string[] = [...TRIGGERS.keys()];

function completionsIn(place: CaretPlace, request: CompletionRequest): Completions {
  switch (place.kind) {
    case 'key':
      return keyCompletions(place, request);
    case 'value':
      return valueCompletions(place, request);
    case 'label':
      return labelCompletions(place, request);
    case 'label-value':
      return labelValueCompletions(place, request);
    case 'cell':
      return cellCompletions(place, request);
    case 'heading':
      return headingCompletions(place, request);
    case 'alert':
      return alertCompletions(place, request);
    case 'suppression':
      return suppressionCompletions(place, request);
    case 'mention':
      return mentionCompletions(place, request);
    case 'text':
      return lineCompletions(place, request);
    case 'row':
    case 'code':
      return NO_COMPLETIONS;
  }
}

/** A slash only separates two terms. */
function parts({ items, isComplete }: Completions): Completions {
  return items.some(({ kind }) => kind !== 'term') ? NO_COMPLETIONS : { items, isComplete };
}

/**
 * After a space, only items that continue the words before it: after `FastTrack Engineer `, an author goes on to the
 * next cell, and Enter has to mean Enter. Names of people contain a space and are typed quickly: the next key is the
 * Tab to the next cell.
 */
function goingOn({ items, isComplete }: Completions, { playbook: { text }, offset }: CompletionRequest): Completions {
  const fitting = items.filter(({ kind, label, filterText = label, edit }) => {
    const typed = text.slice(edit.span.start, offset);
    return typed.trim() === '' || (kind !== 'person' && filterText.toLowerCase().startsWith(typed.toLowerCase()));
  });
  return fitting.length === 0 ? NO_COMPLETIONS : { items: fitting, isComplete };
}

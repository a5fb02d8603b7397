import type { Playbook } from '../model/playbook.js';
import { frontMatterPlaceAt } from './caret-front-matter.js';
import type { CaretPlace } from './caret-place.js';
import { suppressionPlaceAt } from './caret-suppression.js';
import { tablePlaceAt } from './caret-table.js';
import { textPlaceAt } from './caret-text.js';

/** The caret place at any offset of any text. Reads only the lines around it. */
export function placeAt(playbook: Playbook, offset: number): CaretPlace {
  return (
    frontMatterPlaceAt(playbook, offset) ??
    suppressionPlaceAt(playbook, offset) ??
    tablePlaceAt(playbook, offset) ??
    textPlaceAt(playbook, offset)
  );
}

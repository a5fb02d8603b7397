import type { Format } from '../../messages/formatting/index.js';
import type { Message } from '../../messages/index.js';

/** A text of a page unchanged; a message as a sentence. */
export function shownText(text: Message | string, format: Format): string {
  return typeof text === 'string' ? text : format(text);
}

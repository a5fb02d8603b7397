import type { Message } from '../../server/src/messages/index.js';
import { createFormatter } from '../../server/src/messages/formatting/index.js';

const { format } = createFormatter();

/** The English sentence of a message. Text of a page is shown as it is. */
export function english(text: Message | string): string {
  return typeof text === 'string' ? text : format(text);
}

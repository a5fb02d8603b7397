import { type Message } from '../../server/src/messages/index.js';
import { createFormatter } from '../../server/src/messages/formatting/index.js';

const { format } = createFormatter();

/** The English sentence of a message. */
export function english(message: Message | string): string {
  return typeof message === 'string' ? message : format(message);
}

import { defineMessages, type DefinedMessages, type MessageDefinition } from '../../../server/src/messages/index';
import {
  createFormatter,
  textsOf,
  type Format,
  type Formatter,
  type Texts,
} from '../../../server/src/messages/formatting/index';

let formatter = createFormatter();

/** From now on, the texts of the extension are made by this formatter. */
export function showTextsWith(chosen: Formatter): void {
  formatter = chosen;
}

/** What makes the texts: the locale of the extension, and its translations. */
export function shownLocale(): Formatter {
  return formatter;
}

/** Makes sentences in the language of the extension. */
export const format: Format = (message) => formatter.format(message);

/** The texts of one part of the extension. Don't read one before the extension is activated, when it is still English. */
export function defineTexts<const Definitions extends Readonly<Record<string, MessageDefinition>>>(
  group: string,
  definitions: Definitions,
): Texts<DefinedMessages<Definitions>> {
  return textsOf(defineMessages(group, definitions), format);
}

import { defineMessages, type DefinedMessages, type MessageDefinition } from '../../../server/src/messages/index';
import { formatterFor, textsOf, type Texts } from '../../../server/src/messages/formatting/index';

const { format } = formatterFor(document.documentElement.lang);

/** The texts of one part of a page, in the language of the page. */
export function defineTexts<const Definitions extends Readonly<Record<string, MessageDefinition>>>(
  group: string,
  definitions: Definitions,
): Texts<DefinedMessages<Definitions>> {
  return textsOf(defineMessages(group, definitions), format);
}

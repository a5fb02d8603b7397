import { defineMessages, type DefinedMessages, type MessageDefinition } from '../../../server/src/messages/index';
import {
  createFormatter,
  textsOf,
  translationsIn,
  type Format,
  type Texts,
} from '../../../server/src/messages/formatting/index';

/** The extension puts the language into the page, with the translations of its texts. */
const formatter = createFormatter(
  document.documentElement.lang,
  translationsIn(document.body.dataset['texts'] ?? '{}'),
);
const numbers = new Intl.NumberFormat(formatter.locale);

export type { Format };

/** Makes sentences in the language of the page. */
export const format: Format = formatter.format;

/** A number on its own, with the separators that the texts have. */
export const numberText = (value: number): string => numbers.format(value);

/** The texts of one part of a page, in the language of the page. */
export function defineTexts<const Definitions extends Readonly<Record<string, MessageDefinition>>>(
  group: string,
  definitions: Definitions,
): Texts<DefinedMessages<Definitions>> {
  return textsOf(defineMessages(group, definitions), format);
}

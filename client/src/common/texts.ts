import { env } from 'vscode';
import { defineMessages, type DefinedMessages, type MessageDefinition } from '../../../server/src/messages/index';
import { formatterFor, textsOf, type Texts } from '../../../server/src/messages/formatting/index';

/** Makes sentences in VS Code's display language. */
export const { format } = formatterFor(env.language);

/** The texts of one part of the extension, in VS Code's display language. */
export function defineTexts<const Definitions extends Readonly<Record<string, MessageDefinition>>>(
  group: string,
  definitions: Definitions,
): Texts<DefinedMessages<Definitions>> {
  return textsOf(defineMessages(group, definitions), format);
}

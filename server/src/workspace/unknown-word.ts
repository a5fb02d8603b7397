import { allRules, type Problem, type WordList } from '../core/index.js';

/** A word that no list of a configuration file has yet, and the list that it belongs in. */
export interface UnknownWord {
  readonly list: WordList;
  readonly word: string;
  /** The word is similar to a known one. */
  readonly isProbablyTypo: boolean;
}

/** The unknown word that a problem is about; `undefined` if no list can have it. */
export function unknownWordOf({ ruleId, message }: Problem): UnknownWord | undefined {
  const messageId = message.id.slice(ruleId.length + 1);
  const unknown = allRules.find(({ meta }) => meta.id === ruleId)?.meta.unknownWords?.[messageId];
  const word = unknown && message.values[unknown.value];
  return unknown && typeof word === 'string'
    ? { list: unknown.list, word, isProbablyTypo: TYPO_VALUES.some((name) => name in message.values) }
    : undefined;
}

/** The values of messages that name the word that was meant. */
const TYPO_VALUES = ['nearest', 'meant'] as const;

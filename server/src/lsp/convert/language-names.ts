import { LANGUAGES, type Language } from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';

const texts = defineMessages('language-names', {
  name: { text: '{language}', note: 'The name of a language alone, for example as a heading or in a list.' },
});

/** One message for each language, because a preview asks for the same names many times. */
const NAMES = new Map<Language, Message>(LANGUAGES.map((language) => [language, nameOf(language)]));

/** The name of a language, such as `German`, where it isn't part of a sentence. */
export function languageName(language: Language): Message {
  return NAMES.get(language) ?? nameOf(language);
}

function nameOf(language: Language): Message {
  return texts.name({ language: { language } });
}

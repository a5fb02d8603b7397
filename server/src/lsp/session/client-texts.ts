import type { InitializeParams } from 'vscode-languageserver';
import { closestLocale, createFormatter, isTranslations, type Formatter } from '../../messages/formatting/index.js';
import type { InitializationOptions } from '../../protocol/index.js';

/** The locale that the client wants: its initialization option, or the language of the editor. */
export function wantedLocale({ locale: ofEditor, initializationOptions }: InitializeParams): string | undefined {
  const { locale } = optionsIn(initializationOptions);
  return typeof locale === 'string' && locale !== '' ? locale : ofEditor;
}

/** The formatter for translations that the client sent, as ours does; `undefined` if it sent none. */
export function formatterOfClient(
  { initializationOptions }: InitializeParams,
  log: (failure: string) => void,
): Formatter | undefined {
  const { locale, translations } = optionsIn(initializationOptions);
  if (typeof locale !== 'string' || !isTranslations(translations)) return undefined;
  return createFormatter(closestLocale(locale), translations, log);
}

/** The options can come from any client, so they can contain anything. */
function optionsIn(options: unknown): { readonly [Key in keyof InitializationOptions]: unknown } {
  return typeof options === 'object' && options !== null ? options : {};
}

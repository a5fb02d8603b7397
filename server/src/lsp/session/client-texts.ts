import type { InitializeParams } from 'vscode-languageserver';
import { closestLocale, createFormatter, isTranslations, type Formatter } from '../../messages/formatting/index.js';
import type { InitializationOptions } from '../../protocol/index.js';
import { readSettingOptions } from './setting-options.js';

/** The locale that the client wants: its initialization option, the setting in them, or the language of the editor. */
export function wantedLocale(params: InitializeParams): string | undefined {
  const options = optionsIn(params.initializationOptions);
  const setting = readSettingOptions(options.settings).section['locale'];
  const wanted: readonly unknown[] = [options.locale, setting === 'auto' ? undefined : setting, params.locale];
  return wanted.find((locale) => typeof locale === 'string' && locale !== '') as string | undefined;
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

/** They can come from any client, so they can contain anything. */
function optionsIn(options: unknown): { readonly [Key in keyof InitializationOptions]: unknown } {
  return typeof options === 'object' && options !== null ? options : {};
}

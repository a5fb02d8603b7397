import type { InitializeParams } from 'vscode-languageserver';
import { defineMessages, type Message } from '../../messages/index.js';
import type { InitializationOptions } from '../../protocol/index.js';
import { uriOfPath, type Uri } from '../../workspace/index.js';
import { readSettingOptions, type SettingOptions } from './setting-options.js';
import { shownValue } from './shown-value.js';

const texts = defineMessages('start-options', {
  notPath: {
    text: '"configuration" in the initialization options must be the path of a file, not {value}',
    note: '"configuration" is a name in JSON.',
  },
  relativePath: {
    text: 'The path "{path}" of the configuration file must be absolute because the editor has no workspace folder',
    note: 'A mistake in the initialization options.',
  },
  notLocale: {
    text: '"locale" in the initialization options must be a string such as "de", not {value}',
    note: '"locale" is a name in JSON.',
  },
});

/** What a person can set in the initialization options of an editor. */
export interface StartOptions extends SettingOptions {
  /** The configuration file for all pages. */
  readonly configuration: Uri | undefined;
}

/** The options can come from any client, so they can contain anything. Values with mistakes are ignored. */
export function startOptions({ initializationOptions }: InitializeParams, folders: readonly string[]): StartOptions {
  const { settings, configuration, locale } = (
    typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {}
  ) as { readonly [Name in keyof InitializationOptions]: unknown };
  const { section, mistakes } = readSettingOptions(settings);
  const all: Message[] = [...mistakes];
  if (isGiven(locale) && typeof locale !== 'string') all.push(texts.notLocale({ value: shownValue(locale) }));
  if (!isGiven(configuration)) return { section, mistakes: all, configuration: undefined };
  if (typeof configuration !== 'string' || configuration.trim() === '') {
    all.push(texts.notPath({ value: shownValue(configuration) }));
    return { section, mistakes: all, configuration: undefined };
  }
  const uri = uriOfPath(configuration, folders[0]);
  if (uri === undefined) all.push(texts.relativePath({ path: configuration }));
  return { section, mistakes: all, configuration: uri };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

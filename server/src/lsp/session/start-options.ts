import type { InitializeParams } from 'vscode-languageserver';
import { isTranslations } from '../../messages/formatting/index.js';
import { defineMessages, type Message } from '../../messages/index.js';
import type { InitializationOptions } from '../../protocol/index.js';
import { uriOfPath, type Uri } from '../../workspace/index.js';
import {
  boolean,
  isObject,
  readSettingOptions,
  unknownSetting,
  type Check,
  type SettingOptions,
} from './setting-options.js';
import { shownValue } from './shown-value.js';

const texts = defineMessages('start-options', {
  notObject: {
    text: 'The initialization options must be an object, not {value}',
    note: 'What an editor sends when it starts the language server.',
  },
  notList: {
    text: '"{name}" in the initialization options must be a list of strings, not {value}',
    note: '"name" is a name in JSON.',
  },
  notTexts: {
    text: '"{name}" in the initialization options must be an object whose values are strings, not {value}',
    note: '"name" is a name in JSON.',
  },
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
  const options = isObject(initializationOptions) ? initializationOptions : {};
  const { settings, configuration } = options as { readonly [Name in keyof InitializationOptions]: unknown };
  const { section, mistakes } = readSettingOptions(settings);
  const all: Message[] = [...mistakesIn(initializationOptions), ...mistakes];
  if (!isGiven(configuration)) return { section, mistakes: all, configuration: undefined };
  if (typeof configuration !== 'string' || configuration.trim() === '') {
    all.push(texts.notPath({ value: shownValue(configuration) }));
    return { section, mistakes: all, configuration: undefined };
  }
  const uri = uriOfPath(configuration, folders[0]);
  if (uri === undefined) all.push(texts.relativePath({ path: configuration }));
  return { section, mistakes: all, configuration: uri };
}

const text: Check = (_, value) =>
  typeof value === 'string' ? undefined : texts.notLocale({ value: shownValue(value) });
const textList: Check = (name, value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? undefined
    : texts.notList({ name, value: shownValue(value) });
const translations: Check = (name, value) =>
  isTranslations(value) ? undefined : texts.notTexts({ name, value: shownValue(value) });
const checkedElsewhere: Check = () => undefined;

/** The names of all options. */
const CHECKS: Readonly<Record<keyof InitializationOptions | 'commands', Check>> = {
  readFile: boolean,
  allProblems: boolean,
  suggestWhileTyping: boolean,
  locale: text,
  translations,
  settings: checkedElsewhere,
  configuration: checkedElsewhere,
  workspaceDiagnostics: boolean,
  commands: textList,
};

/** What is wrong with the options as such. Neovim sends an empty table as a list. */
function mistakesIn(options: unknown): Message[] {
  if (!isGiven(options) || (Array.isArray(options) && options.length === 0)) return [];
  if (!isObject(options)) return [texts.notObject({ value: shownValue(options) })];
  return Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof typeof CHECKS] : unknownSetting;
    return isGiven(value) || check === unknownSetting ? (check(name, value) ?? []) : [];
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

import { anyOf, defineMessages, type Message } from '../../messages/index.js';
import { shownValue } from './shown-value.js';

const texts = defineMessages('setting-options', {
  notObject: {
    text: '"settings" in the initialization options must be an object, not {value}',
    note: '"settings" is a name in JSON.',
  },
  notGroup: {
    text: 'The setting {name} in the initialization options must be an object, not {value}',
    note: '"name" is the name of a setting.',
  },
  unknown: {
    text: 'The initialization options contain an unknown setting: {name}',
    note: '"name" is the name of a setting, such as maxProblems.',
  },
  notBoolean: {
    text: 'The setting {name} in the initialization options must be true or false, not {value}',
    note: '"name" is the name of a setting. "true" and "false" are values in JSON.',
  },
  notCount: {
    text: 'The setting {name} in the initialization options must be a whole number above 0, not {value}',
    note: '"name" is the name of a setting.',
  },
  notText: {
    text: 'The setting {name} in the initialization options must be a string, not {value}',
    note: '"name" is the name of a setting.',
  },
  notChoice: {
    text: 'The setting {name} in the initialization options must be {choices}, not {value}',
    note: '"name" is the name of a setting, "choices" a list such as: off, compact, or align.',
  },
});

/** What is wrong with the value of a setting; `undefined` if nothing is. */
export type Check = (name: string, value: unknown) => Message | undefined;

export const unknownSetting: Check = (name) => texts.unknown({ name });
const notGroup: Check = (name, value) => texts.notGroup({ name, value: shownValue(value) });
export const boolean: Check = (name, value) =>
  typeof value === 'boolean' ? undefined : texts.notBoolean({ name, value: shownValue(value) });
const count: Check = (name, value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1
    ? undefined
    : texts.notCount({ name, value: shownValue(value) });
const text: Check = (name, value) =>
  typeof value === 'string' ? undefined : texts.notText({ name, value: shownValue(value) });
const oneOf =
  (...choices: readonly string[]): Check =>
  (name, value) =>
    choices.some((choice) => choice === value)
      ? undefined
      : texts.notChoice({ name, choices: anyOf(choices), value: shownValue(value) });

/** The settings of the section `playbook` that the server uses. */
const CHECKS: Readonly<Record<string, Check>> = {
  enable: boolean,
  maxProblems: count,
  workspaceProblems: boolean,
  'format.tables': oneOf('off', 'compact', 'align'),
  codeLens: boolean,
  inlayHints: boolean,
  locale: text,
  author: text,
  cache: boolean,
};

/** The names of these settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(CHECKS);

/** The settings in the initialization options. */
export interface SettingOptions {
  /** The valid ones, in the form of a section of the client: `{ "format": { "tables": "off" } }`. */
  readonly section: Readonly<Record<string, unknown>>;
  /** What is wrong with the others, which are ignored. */
  readonly mistakes: readonly Message[];
}

/** Clients can send anything. Names can have dots, and the prefix `playbook`. */
export function readSettingOptions(settings: unknown): SettingOptions {
  if (settings === undefined || settings === null) return { section: {}, mistakes: [] };
  if (!isObject(settings)) return { section: {}, mistakes: [texts.notObject({ value: shownValue(settings) })] };
  const section: Record<string, unknown> = {};
  const mistakes: Message[] = [];
  for (const [name, value] of valuesIn(settings, '')) {
    const mistake = checkFor(name)(name, value);
    if (mistake !== undefined) mistakes.push(mistake);
    else if (name === 'format.tables') section['format'] = { tables: value };
    else section[name] = value;
  }
  return { section, mistakes };
}

function checkFor(name: string): Check {
  const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
  return check ?? (isGroup(name) ? notGroup : unknownSetting);
}

/** Whether `name` is only the start of the names of settings. */
function isGroup(name: string): boolean {
  return name === 'playbook' || SETTING_NAMES.some((known) => known.startsWith(`${name}.`));
}

/** The dotted name of each value. `depth`: how many objects may still be opened. */
function valuesIn(settings: object, prefix: string, depth = 3): (readonly [name: string, value: unknown])[] {
  return Object.entries(settings).flatMap(([key, value]: [string, unknown]) => {
    const name = (prefix + key).replace(/^playbook\./, '');
    return isGroup(name) && isObject(value) && depth > 1
      ? valuesIn(value, name === 'playbook' ? '' : `${name}.`, depth - 1)
      : [[name, value] as const];
  });
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

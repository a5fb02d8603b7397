import { defineMessages, listed, quoted, type Message } from '../../messages/index.js';
import type { JsonValue, OptionSchema } from '../lint/options.js';
import type { Rule, RuleId, Severity } from '../lint/rule.js';
import type { RuleChange } from './config-file.js';
import { kindOf, type ConfigNode, type ConfigObject } from './config-node.js';
import { ofKey, withMeant, type ConfigReporter } from './config-reporter.js';

const texts = defineMessages('read-rules', {
  unknownRule: 'Unknown rule "{id}"',
  notSeverity: {
    text: 'The severity must be one of {known}, not {actual}',
    note: '"actual" is the value that is there instead: a list, the number 2.',
  },
  notBoolean: {
    text: 'Option "{name}" must be true or false, not {actual}',
    note: 'True and false as in JSON. "actual" is the value that is there instead: a list, the number 2.',
  },
  notText: {
    text: 'Option "{name}" must be a text, not {actual}',
    note: '"actual" is the value that is there instead: a list, the number 2.',
  },
  notOneOf: {
    text: 'Option "{name}" must be one of {known}, not {actual}',
    note: '"actual" is the value that is there instead: a list, the string "x".',
  },
  notInteger: {
    text: 'Option "{name}" must be a whole number, not {actual}',
    note: '"actual" is the value that is there instead: a list, the number 2.5.',
  },
  notAtLeast: {
    text: 'Option "{name}" must be a whole number, {minimum} or more, not {actual}',
    note: '"actual" is the value that is there instead: a list, the number 2.',
  },
  notAtMost: {
    text: 'Option "{name}" must be a whole number, {maximum} or less, not {actual}',
    note: '"actual" is the value that is there instead: a list, the number 200.',
  },
  notBetween: {
    text: 'Option "{name}" must be a whole number from {minimum} to {maximum}, not {actual}',
    note: '"actual" is the value that is there instead: a list, the number 200.',
  },
});

export const SEVERITIES: readonly (Severity | 'off')[] = ['off', 'hint', 'info', 'warning', 'error'];

/** The value of `rules`: maps rule IDs to a severity, or to an object with a severity and options. */
export function readRules(
  node: ConfigNode,
  rules: readonly Rule[],
  reporter: ConfigReporter,
): ReadonlyMap<RuleId, RuleChange> {
  const changes = new Map<RuleId, RuleChange>();
  const object = reporter.object(node, ofKey('rules'));
  for (const { key, value } of object?.entries ?? []) {
    const rule = rules.find(({ meta }) => meta.id === key.value);
    if (rule === undefined) {
      const known = rules.map(({ meta }) => meta.id);
      reporter.report(key.span, withMeant(texts.unknownRule({ id: key.value }), key.value, known));
      continue;
    }
    if (changes.has(key.value)) reporter.repeatedKey(key);
    const change = readRule(value, rule, reporter);
    if (change !== undefined) changes.set(key.value, change);
  }
  return changes;
}

function readRule(node: ConfigNode, rule: Rule, reporter: ConfigReporter): RuleChange | undefined {
  if (node.kind === 'object') return readRuleObject(node, rule, reporter);
  const severity = readSeverity(node, reporter);
  return severity === undefined ? undefined : { severity, options: {} };
}

function readSeverity(node: ConfigNode, reporter: ConfigReporter): Severity | 'off' | undefined {
  // In YAML 1.1, an unquoted `off` was a boolean.
  const value = node.kind === 'scalar' ? (node.value === false ? 'off' : node.value) : undefined;
  const severity = SEVERITIES.find((known) => known === value);
  if (severity === undefined) {
    const mistake = texts.notSeverity({ known: listed(SEVERITIES.map(quoted)), actual: kindOf(node) });
    reporter.report(node.span, typeof value === 'string' ? withMeant(mistake, value, SEVERITIES) : mistake);
  }
  return severity;
}

function readRuleObject(object: ConfigObject, { meta }: Rule, reporter: ConfigReporter): RuleChange {
  const properties = new Map(
    Object.entries(meta.options.properties as Readonly<Record<string, { schema: OptionSchema }>>),
  );
  const options = new Map<string, JsonValue>();
  let severity: Severity | 'off' | undefined;
  for (const { key, value } of object.entries) {
    const property = properties.get(key.value);
    if (key.value === 'severity') severity = readSeverity(value, reporter);
    else if (property === undefined)
      reporter.unknownKey(key, { of: 'options', name: meta.id }, ['severity', ...properties.keys()]);
    else {
      const option = readOption(value, key.value, property.schema, reporter);
      if (option !== undefined) options.set(key.value, option);
    }
  }
  return { ...(severity !== undefined && { severity }), options: Object.fromEntries(options) };
}

function readOption(
  node: ConfigNode,
  name: string,
  schema: OptionSchema,
  reporter: ConfigReporter,
): JsonValue | undefined {
  if (schema.type === 'array') return reporter.texts(node, { of: 'option', name });
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (value !== undefined && isValid(value, schema)) return value;
  reporter.report(node.span, optionMistake({ name, actual: kindOf(node) }, schema));
  return undefined;
}

type ScalarSchema = Exclude<OptionSchema, { type: 'array' }>;

function isValid(value: JsonValue, schema: ScalarSchema): boolean {
  if (schema.type === 'boolean') return typeof value === 'boolean';
  if (schema.type === 'string')
    return typeof value === 'string' && (schema.enum === undefined || schema.enum.includes(value));
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
}

/** What the value should have been. */
function optionMistake(option: { readonly name: string; readonly actual: Message }, schema: ScalarSchema): Message {
  if (schema.type === 'boolean') return texts.notBoolean(option);
  if (schema.type === 'string')
    return schema.enum === undefined
      ? texts.notText(option)
      : texts.notOneOf({ ...option, known: listed(schema.enum.map(quoted)) });
  const { minimum, maximum } = schema;
  if (minimum !== undefined && maximum !== undefined) return texts.notBetween({ ...option, minimum, maximum });
  if (minimum !== undefined) return texts.notAtLeast({ ...option, minimum });
  return maximum === undefined ? texts.notInteger(option) : texts.notAtMost({ ...option, maximum });
}

import type { JsonValue, OptionSchema } from '../lint/options.js';
import type { Rule, RuleId, Severity } from '../lint/rule.js';
import type { RuleChange } from './config-file.js';
import { kindOf, type ConfigNode, type ConfigObject } from './config-node.js';
import { didYouMean, type ConfigReporter } from './config-reporter.js';

export const SEVERITIES: readonly (Severity | 'off')[] = ['off', 'hint', 'info', 'warning', 'error'];

/** The value of `rules`: maps rule IDs to a severity, or to an object with a severity and options. */
export function readRules(
  node: ConfigNode,
  rules: readonly Rule[],
  reporter: ConfigReporter,
): ReadonlyMap<RuleId, RuleChange> {
  const changes = new Map<RuleId, RuleChange>();
  const object = reporter.object(node, '"rules"');
  for (const { key, value } of object?.entries ?? []) {
    const rule = rules.find(({ meta }) => meta.id === key.value);
    if (rule === undefined) {
      reporter.report(
        key.span,
        `Unknown rule "${key.value}"${didYouMean(
          key.value,
          rules.map(({ meta }) => meta.id),
        )}`,
      );
      continue;
    }
    if (changes.has(key.value)) reporter.report(key.span, `"${key.value}" is already set above`);
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
    const meant = typeof value === 'string' ? didYouMean(value, SEVERITIES) : '';
    reporter.report(
      node.span,
      `The severity must be one of ${SEVERITIES.map((known) => `"${known}"`).join(', ')}, not ${kindOf(node)}${meant}`,
    );
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
      reporter.unknownKey(key, `the options of "${meta.id}"`, ['severity', ...properties.keys()]);
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
  const what = `option "${name}"`;
  if (schema.type === 'array') return reporter.texts(node, what);
  const value = node.kind === 'scalar' ? node.value : undefined;
  const mistake = scalarMistake(value, schema);
  if (mistake === undefined) return value;
  reporter.report(node.span, `Option "${name}" must be ${mistake}, not ${kindOf(node)}`);
  return undefined;
}

/** What the value should have been; `undefined` if it's valid. */
function scalarMistake(value: unknown, schema: Exclude<OptionSchema, { type: 'array' }>): string | undefined {
  if (schema.type === 'boolean') return typeof value === 'boolean' ? undefined : 'true or false';
  if (schema.type === 'string') {
    if (schema.enum !== undefined)
      return schema.enum.some((known) => known === value)
        ? undefined
        : `one of ${schema.enum.map((known) => `"${known}"`).join(', ')}`;
    return typeof value === 'string' ? undefined : 'a text';
  }
  const { minimum = -Infinity, maximum = Infinity } = schema;
  if (Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum) return undefined;
  const bounds = [
    ...(minimum > -Infinity ? [`${minimum} or more`] : []),
    ...(maximum < Infinity ? [`${maximum} or less`] : []),
  ];
  return ['a whole number', ...bounds].join(', ');
}

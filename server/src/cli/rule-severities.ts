import { allRules, nearest, type RuleId, type RuleSeverities, type Severity } from '../core/index.js';
import { anyOf, defineMessages, quoted } from '../messages/index.js';
import { UsageError } from './refusals.js';

const texts = defineMessages('cli/rule-severities', {
  unknownRule: {
    text: 'Unknown rule "{rule}". To list all rules, use {option}',
    note: '"option" is the option --list-rules.',
  },
  unknownRuleNear: {
    text: 'Unknown rule "{rule}". Did you mean {near}?',
    note: '"near" is a list of rules: "task-id-format" or "task-id-missing".',
  },
  noSeverity: {
    text: '--rule requires a rule and its severity, such as {example}, not "{value}"',
    note: '"example" is a value such as task-mo-letter:warning.',
  },
  unknownSeverity: {
    text: 'Unknown severity "{severity}". Use {known}',
    note: '"known" is a list: error, warning, info, hint, or off.',
  },
});

export const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const;

/** Reads the values of `--rule`, such as `task-mo-letter:warning`. The last one for a rule counts. */
export function readRuleSeverities(values: readonly string[]): RuleSeverities {
  return new Map(values.map(readRuleSeverity));
}

/** The rule with this ID. Throws a `UsageError` that names similar rules. */
export function ruleNamed(id: string): (typeof allRules)[number] {
  const rule = allRules.find(({ meta }) => meta.id === id);
  if (rule === undefined) throw new UsageError(unknownRule(id));
  return rule;
}

function readRuleSeverity(value: string): readonly [RuleId, Severity | 'off'] {
  const [id = '', written, ...rest] = value.split(':').map((part) => part.trim());
  if (written === undefined || rest.length > 0)
    throw new UsageError(texts.noSeverity({ example: 'task-mo-letter:warning', value }));
  const { meta } = ruleNamed(id);
  const severity = SEVERITIES.find((known) => known === written);
  if (severity === undefined)
    throw new UsageError(texts.unknownSeverity({ severity: written, known: anyOf(SEVERITIES) }));
  return [meta.id, severity];
}

function unknownRule(rule: string): ReturnType<typeof texts.unknownRule> {
  const near = [...new Set(nearest(rule, ENDS.keys()).map((end) => ENDS.get(end) ?? end))];
  return near.length === 0
    ? texts.unknownRule({ rule, option: 'playbook-lint --list-rules' })
    : texts.unknownRuleNear({ rule, near: anyOf(near.map(quoted)) });
}

/** All rules, and by the ends of their IDs: `mo-letter` is most of `task-mo-letter`. */
const ENDS: ReadonlyMap<string, RuleId> = new Map(
  allRules.flatMap(({ meta: { id } }) => endsOf(id).map((end) => [end, id] as const)),
);

function endsOf(id: string): string[] {
  const words = id.split('-');
  return words.slice(0, -1).map((_, index) => words.slice(index).join('-'));
}

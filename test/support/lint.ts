import {
  allRules,
  createLinter,
  parsePlaybook,
  type JsonValue,
  type LintConfig,
  type Playbook,
  type Problem,
  type Rule,
} from '../../server/src/core/index.js';

/** The day on which every test runs. */
export const TODAY = '2026-11-21';

/** The problems of `text`, found by `rules` alone. Fails when a rule throws. */
export function lintText(
  text: string,
  rules: readonly Rule[] = allRules,
  config: LintConfig = { rules: new Map() },
  uri = 'file:///page.md',
): Problem[] {
  return lintPlaybook(parsePlaybook({ uri, text }), rules, config);
}

function lintPlaybook(
  playbook: Playbook,
  rules: readonly Rule[] = allRules,
  config: LintConfig = { rules: new Map() },
): Problem[] {
  const { problems, failures } = createLinter(rules, allRules).lint({ playbook, config, today: TODAY });
  for (const { ruleId, error } of failures) throw new Error(`${ruleId} threw`, { cause: error });
  return [...problems];
}

/** A configuration that turns a rule on whatever its default, with options. */
export function configFor(rule: Rule, options: JsonValue = rule.meta.options.defaults): LintConfig {
  const severity = rule.meta.recommended === 'off' ? 'warning' : rule.meta.recommended;
  return { rules: new Map([[rule.meta.id, { severity, options }]]) };
}

/** The rule with this id; fails when there is none. */
export function ruleNamed(id: string): Rule {
  const rule = allRules.find(({ meta }) => meta.id === id);
  if (rule === undefined) throw new Error(`Unknown rule "${id}"`);
  return rule;
}

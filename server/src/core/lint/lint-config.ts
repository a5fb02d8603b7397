import type { JsonValue } from './options.js';
import type { RuleId, Severity } from './rule.js';

/** How one rule is set for one document. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: JsonValue;
}

/** The resolved configuration of one document: no file left to read. A rule that is not listed has its defaults. */
export interface LintConfig {
  readonly rules: ReadonlyMap<RuleId, RuleSetting>;
}

export const DEFAULT_LINT_CONFIG: LintConfig = { rules: new Map() };

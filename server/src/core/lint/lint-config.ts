import type { JsonValue } from './options.js';
import type { RuleId, Severity } from './rule.js';

/** The setting of one rule for one document. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: JsonValue;
}

/** The resolved configuration of one document: no more files to read. A rule that isn't listed has its defaults. */
export interface LintConfig {
  readonly rules: ReadonlyMap<RuleId, RuleSetting>;
}

export const DEFAULT_LINT_CONFIG: LintConfig = { rules: new Map() };

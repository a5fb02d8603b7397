/** Request: the page of a rule in Markdown, in the language of the session. Links are relative to `docs/rules`. */
export const rulePageMethod = 'playbook/rulePage';

export interface RulePageParams {
  /** The ID of the rule; `null`: the list of all rules. */
  readonly rule: string | null;
  /** The help of the rule, which only the client can read everywhere: a text of `dist/rule-help`. */
  readonly help: string;
}

export interface RulePageResult {
  /** `null`: the rule doesn't exist. */
  readonly page: string | null;
}

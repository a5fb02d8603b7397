/** The pages of rules, in the language of the reader. Each folder beside this file has the texts in one language. */
export { readRuleHelp, SECTIONS, type RuleHelp, type Section } from './rule-help.js';
export { ruleListPage, rulePage } from './rule-page.js';

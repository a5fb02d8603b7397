import { allRules } from '../../core/index.js';
import { rulePageMethod, type RulePageParams, type RulePageResult } from '../../protocol/index.js';
import { ruleListPage, rulePage as pageOf } from '../../rule-help/index.js';
import type { Feature, FeatureContext } from '../feature.js';

/** Returns the page of a rule to our client. */
export const rulePage: Feature = { register };

function register({ session: { connection, format } }: FeatureContext): void {
  connection.onRequest(rulePageMethod, ({ rule: id, help }: RulePageParams): RulePageResult => {
    if (id === null) return { page: ruleListPage(allRules, format) };
    const rule = allRules.find(({ meta }) => meta.id === id);
    return { page: rule === undefined ? null : pageOf(rule.meta, help, format) };
  });
}

import type { RuleId } from './rule.js';

/** Where the pages in `docs/rules` can be read on the web. */
const BASE = 'https://github.com/fasttrack-playbook/fasttrack-playbook/blob/main/docs/rules/';

/** The page of a rule: what it reports, why, and how to fix it. */
export function docsUrl(ruleId: RuleId): string {
  return `${BASE}${encodeURIComponent(ruleId)}.md`;
}

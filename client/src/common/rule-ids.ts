/** Filled in by esbuild.js: in a browser, a folder of an installed extension can not be listed. */
declare const RULE_IDS: readonly string[];

/** The rules that have a page in docs/rules, sorted. */
export const ruleIds = RULE_IDS;

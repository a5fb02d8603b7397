/** Filled in by esbuild.js, because in a browser the folders of an installed extension can't be listed. */
declare const RULE_IDS: readonly string[];

/** The rules that have a page in docs/rules, sorted. */
export const ruleIds = RULE_IDS;

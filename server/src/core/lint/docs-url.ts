import type { RuleId } from './rule.js';

/** Filled in by esbuild.js from the homepage in package.json. */
declare const PRODUCT_ADDRESS: string | null;
declare const PRODUCT_DOCS: string | null;

/** The home page of the project. `undefined` as long as it has no public address. */
export const ADDRESS: string | undefined = PRODUCT_ADDRESS ?? undefined;

/**
 * The folder `docs` on the web, with a slash at its end. `undefined` as long as the project has no public address: then
 * links lead to the pages that ship with it.
 */
export const DOCS_ON_THE_WEB: string | undefined = PRODUCT_DOCS ?? undefined;

/** The page of a rule in the folder `docs`: what it reports, why, and how to fix it. */
export function pageOfRule(ruleId: RuleId): string {
  return `rules/${encodeURIComponent(ruleId)}.md`;
}

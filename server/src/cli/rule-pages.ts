/** Filled in by esbuild.js, so that the program is a single file. */
declare const RULE_PAGES: Readonly<Record<string, string>>;

/** The page of the rule in docs/rules. */
export function rulePage(id: string): string | undefined {
  return Object.hasOwn(RULE_PAGES, id) ? RULE_PAGES[id] : undefined;
}

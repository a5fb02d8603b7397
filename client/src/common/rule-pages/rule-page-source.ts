import type { RulePageParams, RulePageResult } from '../../../../server/src/protocol';

/** Problems that no rule reports. The page on configuration explains them, each under its id. */
const WITHOUT_RULE = ['configuration', 'file-encoding', 'file-not-text', 'file-too-large', 'too-many-problems'];

/** A place in a folder that looks like `docs`, but has the pages of the rules in the language of the author. */
export interface PagePlace {
  readonly path: string;
  readonly fragment?: string;
}

/** The page that explains the problems with an ID. `undefined` if there are none. */
export function pageOf(id: string, ruleIds: readonly string[]): PagePlace | undefined {
  if (ruleIds.includes(id)) return { path: `/rules/${id}.md` };
  return WITHOUT_RULE.includes(id) ? { path: '/configuration.md', fragment: id } : undefined;
}

/** Where the texts of the pages come from. */
export interface PageTexts {
  readonly ruleIds: readonly string[];
  /** The help of a rule in the language of the author; `undefined` if there is none. */
  readonly ruleHelp: (rule: string) => Promise<string | undefined>;
  readonly request: (params: RulePageParams) => Promise<RulePageResult>;
  /** A file of the folder `docs` of the extension. */
  readonly file: (name: string) => Promise<Uint8Array>;
}

/** Whether there can be a page at the path. */
export function isPagePath(path: string, ruleIds: readonly string[]): boolean {
  return ruleAt(path, ruleIds) !== undefined || FILE.test(path);
}

/** The content of a page. `undefined` if it doesn't exist; rejects if it can't be read. */
export async function contentOf(path: string, texts: PageTexts): Promise<Uint8Array | undefined> {
  const rule = ruleAt(path, texts.ruleIds);
  if (rule === undefined) return FILE.test(path) ? texts.file(path.slice(1)) : undefined;
  const help = rule === null ? undefined : await texts.ruleHelp(rule);
  const { page } = await texts.request({ rule, help: help ?? '' });
  return page === null ? undefined : new TextEncoder().encode(page);
}

/** The rule with the page at a path; `null`: the page lists all rules. */
function ruleAt(path: string, ruleIds: readonly string[]): string | null | undefined {
  const name = /^\/rules\/([\w-]+)\.md$/.exec(path)?.[1];
  if (name === 'README') return null;
  return name !== undefined && ruleIds.includes(name) ? name : undefined;
}

/** A page that rules link to, and what it links to. */
const FILE = /^\/[\w-]+(?:\.[\w-]+)*\.(?:md|json)$/;

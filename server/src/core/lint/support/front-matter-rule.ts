import type { DatedContext } from '../../dialect/reading-context.js';
import type { FrontMatter } from '../../model/front-matter.js';
import { defineRule, type Finding, type Rule, type RuleMessages, type RuleMeta } from '../rule.js';
import { isTemplate } from '../../dialect/templates.js';
import { isUsedBeside, valuesElsewhere, type KnownValue } from './known-values.js';

/** A page's front matter, and what other pages say about its values. */
export interface CheckedFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly text: string;
  readonly page: DatedContext;
  readonly known: KnownValue;
  /** Whether pages like this one have the key. */
  readonly isUsed: (key: string) => boolean;
}

/** The front matter without findings, so that a keystroke elsewhere doesn't check it again. One for each rule. */
export class CleanFrontMatter {
  readonly #byPage = new WeakMap<DatedContext, WeakSet<FrontMatter>>();

  has(frontMatter: FrontMatter, page: DatedContext): boolean {
    return this.#byPage.get(page)?.has(frontMatter) === true;
  }

  add(frontMatter: FrontMatter, page: DatedContext): void {
    const known = this.#byPage.get(page) ?? new WeakSet();
    this.#byPage.set(page, known.add(frontMatter));
  }
}

type NoOptions = Readonly<Record<string, never>>;

interface FrontMatterRule<M extends RuleMessages> {
  readonly meta: RuleMeta<NoOptions, M>;
  findings(checked: CheckedFrontMatter): Iterable<Finding<M>>;
}

/**
 * A rule about keys that every page has, and whose fixes insert the values that other pages have. Without an index, none
 * are known. Templates aren't checked, and neither are files that docfx doesn't publish.
 */
export function defineFrontMatterRule<const M extends RuleMessages>({ meta, findings }: FrontMatterRule<M>): Rule {
  const clean = new CleanFrontMatter();
  return defineRule<M, NoOptions>({
    meta,
    frontMatter({ frontMatter, text, page, report }) {
      const found = [...findings({ frontMatter, text, page, ...NO_OTHERS })];
      if (found.length > 0 && isTemplate(frontMatter, text)) return;
      for (const finding of found) report(finding);
    },
    workspace({ playbook: { frontMatter, text }, summary, index, page, report, withdraw }) {
      // Runs at every keystroke, which rarely changes the front matter.
      if (frontMatter === undefined || clean.has(frontMatter, page)) return;
      const found = [...findings({ frontMatter, text, page, ...NO_OTHERS })];
      if (found.length === 0) return clean.add(frontMatter, page);
      if (isTemplate(frontMatter, text)) return;
      for (const finding of found) withdraw(finding);
      if (!index.isBuilt(summary.path)) return;
      const known = valuesElsewhere(summary, index);
      const isUsed = (key: string): boolean => isUsedBeside(key, summary, index);
      for (const finding of findings({ frontMatter, text, page, known, isUsed })) report(finding);
    },
  });
}

/** What is assumed without an index. */
const NO_OTHERS: Pick<CheckedFrontMatter, 'known' | 'isUsed'> = { known: () => undefined, isUsed: () => true };

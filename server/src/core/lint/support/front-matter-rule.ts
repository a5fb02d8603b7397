import type { DatedContext } from '../../dialect/reading-context.js';
import type { FrontMatter } from '../../model/front-matter.js';
import { defineRule, type Finding, type Rule, type RuleMessages, type RuleMeta } from '../rule.js';
import { valuesElsewhere, type KnownValue } from './known-values.js';

/** A page's front matter, and what other pages say about its values. */
export interface CheckedFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly text: string;
  readonly page: DatedContext;
  readonly known: KnownValue;
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
 * A rule about front matter whose fixes insert the values that other pages have. Without an index, none are known. The
 * values only add to the fixes: the findings are the same, so other pages are asked only if there are any.
 */
export function defineFrontMatterRule<const M extends RuleMessages>({ meta, findings }: FrontMatterRule<M>): Rule {
  const clean = new CleanFrontMatter();
  return defineRule<M, NoOptions>({
    meta,
    frontMatter({ frontMatter, text, page, report }) {
      for (const finding of findings({ frontMatter, text, page, known: () => undefined })) report(finding);
    },
    workspace({ playbook: { frontMatter, text }, summary, index, page, report }) {
      // Runs at every keystroke, which rarely changes the front matter.
      if (frontMatter === undefined || clean.has(frontMatter, page)) return;
      const [first] = findings({ frontMatter, text, page, known: () => undefined });
      if (first === undefined) return clean.add(frontMatter, page);
      for (const finding of findings({ frontMatter, text, page, known: valuesElsewhere(summary, index) }))
        report(finding);
    },
  });
}

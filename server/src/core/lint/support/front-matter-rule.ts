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

type NoOptions = Readonly<Record<string, never>>;

interface FrontMatterRule<M extends RuleMessages> {
  readonly meta: RuleMeta<NoOptions, M>;
  findings(checked: CheckedFrontMatter): Iterable<Finding<M>>;
}

/** A rule about front matter whose fixes insert the values that other pages have. Without an index, none are known. */
export function defineFrontMatterRule<const M extends RuleMessages>({ meta, findings }: FrontMatterRule<M>): Rule {
  return defineRule<M, NoOptions>({
    meta,
    frontMatter({ frontMatter, text, page, report }) {
      for (const finding of findings({ frontMatter, text, page, known: () => undefined })) report(finding);
    },
    workspace({ playbook: { frontMatter, text }, summary, index, page, report }) {
      if (frontMatter === undefined) return;
      for (const finding of findings({ frontMatter, text, page, known: valuesElsewhere(summary, index) }))
        report(finding);
    },
  });
}

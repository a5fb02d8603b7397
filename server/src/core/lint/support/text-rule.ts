import type { Inlines } from '../../model/inlines.js';
import { inlinesOf } from '../../parse/row-inlines.js';
import { defineRule, type RowCheck, type Rule, type RuleMessages, type RuleMeta } from '../rule.js';

/** A block of text or a table row, with the result of parsing it as Markdown. */
export interface WrittenText {
  readonly source: string;
  /** Spans are relative to `source`, like those of findings. */
  readonly inlines: Inlines;
}

export type WrittenTextCheck<O, M extends RuleMessages> = Pick<RowCheck<O, M>, 'page' | 'options' | 'report'> &
  WrittenText;

interface TextRule<O, M extends RuleMessages> {
  readonly meta: RuleMeta<O, M>;
  written(context: WrittenTextCheck<O, M>): void;
  readonly workspace?: NonNullable<Rule<O, M>['workspace']>;
}

/** A rule about text both between and inside tables: links, bold text, words. */
export function defineTextRule<const M extends RuleMessages, O = Readonly<Record<string, never>>>({
  meta,
  written,
  ...others
}: TextRule<O, M>): Rule {
  return defineRule<M, O>({
    meta,
    ...others,
    text: ({ block, page, options, report }) =>
      written({ source: block.source, inlines: block.inlines, page, options, report }),
    row: ({ row, page, options, report }) =>
      written({ source: row.source, inlines: inlinesOf(row), page, options, report }),
  });
}

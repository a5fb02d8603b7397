import {
  fixesForPair,
  fixesForStray,
  literalMarkers,
  pairsAmong,
  type LiteralPair,
} from '../lint/support/literal-bold.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { inlinesOf } from '../parse/row-inlines.js';

export const boldNotRendered = defineRule({
  meta: {
    id: 'bold-not-rendered',
    category: 'text',
    description: 'Every ** makes text bold, and readers see no asterisks',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      pair: 'Not shown in bold: {reason}',
      stray: 'These asterisks have no matching ** and are shown as text',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, report }) {
    const { pairs, strays } = pairsAmong(literalMarkers(block.source, block.inlines), block);
    for (const pair of pairs)
      report({
        messageId: 'pair',
        data: { reason: reasonOf(block.source, pair) },
        span: spanOf(pair),
        fixes: fixesForPair(block.source, pair),
      });
    for (const stray of strays) report({ messageId: 'stray', span: stray, fixes: fixesForStray(block.source, stray) });
  },

  row({ row, report }) {
    // A single ** in a cell may also be a footnote mark.
    const { pairs } = pairsAmong(literalMarkers(row.source, inlinesOf(row)), {
      source: row.source,
      inlines: inlinesOf(row),
    });
    for (const pair of pairs)
      report({
        messageId: 'pair',
        data: { reason: reasonOf(row.source, pair) },
        span: spanOf(pair),
        fixes: fixesForPair(row.source, pair),
      });
  },
});

function spanOf({ open, close }: LiteralPair): { start: number; end: number } {
  return { start: open.start, end: close.end };
}

function reasonOf(source: string, { open, close }: LiteralPair): string {
  if (/\s/.test(source[open.end] ?? '')) return 'a space follows the opening **';
  if (/\s/.test(source[close.start - 1] ?? '')) return 'a space precedes the closing **';
  if (/[\p{P}\p{S}]/u.test(source[close.start - 1] ?? ''))
    return `"${source[close.start - 1] ?? ''}" precedes the closing **, and a letter follows it`;
  return 'a letter precedes the opening **, and punctuation follows it';
}

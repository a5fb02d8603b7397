import { BOLD, fixesForStray, literalMarkers, pairsAmong } from '../lint/support/literal-bold.js';
import { fixesForPair, type LiteralPair } from '../lint/support/literal-marks.js';
import { colonInBold } from '../dialect/label-lines.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { inlinesOf } from '../parse/row-inlines.js';

const messages = {
  spaceAfterOpening: 'Not shown in bold: a space follows the opening **',
  spaceBeforeClosing: 'Not shown in bold: a space precedes the closing **',
  punctuationBeforeClosing: {
    text: 'Not shown in bold: "{character}" precedes the closing **, and a letter follows it',
    note: '{character}: a punctuation mark or symbol. The letter follows the closing **.',
  },
  letterBeforeOpening: 'Not shown in bold: a letter precedes the opening **, and punctuation follows it',
  stray: 'These asterisks have no matching ** and are shown as text',
} as const;

export const boldNotRendered = defineRule({
  meta: {
    id: 'bold-not-rendered',
    category: 'text',
    description: 'Every ** makes text bold, and readers see no asterisks',
    recommended: 'warning',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, report }) {
    const { pairs, strays } = pairsAmong(literalMarkers(block), block);
    // The rule label-colon reports these.
    const known = new Set(block.labels.map((label) => colonInBold(block.source, label)?.start));
    for (const pair of pairs) if (!known.has(pair.open.start)) report(findingFor(block.source, pair));
    for (const stray of strays) report({ messageId: 'stray', span: stray, fixes: fixesForStray(block.source, stray) });
  },

  row({ row, report }) {
    // A single ** in a cell may also be a footnote mark.
    const written = { source: row.source, inlines: inlinesOf(row) };
    const { pairs } = pairsAmong(literalMarkers(written), written);
    for (const pair of pairs) report(findingFor(row.source, pair));
  },
});

function findingFor(source: string, pair: LiteralPair): Finding<typeof messages> {
  const { open, close } = pair;
  const about = { span: { start: open.start, end: close.end }, fixes: fixesForPair(source, pair, BOLD) };
  const last = source[close.start - 1] ?? '';
  if (/\s/.test(source[open.end] ?? '')) return { messageId: 'spaceAfterOpening', ...about };
  if (/\s/.test(last)) return { messageId: 'spaceBeforeClosing', ...about };
  return /[\p{P}\p{S}]/u.test(last)
    ? { messageId: 'punctuationBeforeClosing', data: { character: last }, ...about }
    : { messageId: 'letterBeforeOpening', ...about };
}

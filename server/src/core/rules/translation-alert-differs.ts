import { listed, type MessageList } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { headingSpan, nameOfUnit, structuresOf, toEnglish } from '../lint/support/structure-places.js';
import type { Placed, Span } from '../text/span.js';
import type { PageSummary, ShapeFact } from '../workspace-index/page-summary.js';

export const translationAlertDiffers = defineRule({
  meta: {
    id: 'translation-alert-differs',
    category: 'translation',
    description: 'A translation has the same alerts as the English page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      other: { text: 'This alert is "{there}" in English', note: '{there}: the start of an alert, such as [!NOTE].' },
      missing: {
        text: 'Alerts of the English page are missing under "{name}": {alerts}',
        note: '{name}: a heading. {alerts}: a list such as "[!NOTE], [!TIP]".',
      },
      extra: {
        text: '"{name}" has alerts that the English page doesn\'t have: {alerts}',
        note: '{name}: a heading. {alerts}: a list such as "[!NOTE], [!TIP]".',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const { comparison, structure } of structuresOf(summary, index)) {
      for (const difference of structure.shapes) {
        if (difference.kind !== 'alert') continue;
        const { here, there, translated } = difference;
        const related = [toEnglish(difference, comparison)];
        const name = nameOfUnit(translated, summary);
        if (here.length === there.length) {
          const others = here.filter((alert, at) => kindOf(alert) !== kindOf(there[at]));
          for (const alert of others) {
            const other = kindOf(there[here.indexOf(alert)]);
            if (other === undefined) continue;
            const span = kindSpan(alert, summary);
            report({
              messageId: 'other',
              data: { there: `[!${other}]` },
              span,
              related,
              fixes: others.length === 1 ? [replaceWith(span, `[!${other}]`)] : [],
            });
          }
        } else if (here.length < there.length)
          report({
            messageId: 'missing',
            data: { name, alerts: without(there, here) },
            span: headingSpan(translated, summary),
            related,
          });
        else
          report({
            messageId: 'extra',
            data: { name, alerts: without(here, there) },
            span: headingSpan(translated, summary),
            related,
          });
      }
    }
  },
});

type Alerts = readonly Placed<ShapeFact>[];

function kindOf(shape: Placed<ShapeFact> | undefined): string | undefined {
  return shape?.value.kind === 'alert' ? shape.value.alert : undefined;
}

/** The kinds of `some` that are left when each of `others` is taken out once. */
function without(some: Alerts, others: Alerts): MessageList {
  const left = some.flatMap((shape) => kindOf(shape) ?? []);
  for (const other of others) {
    const at = left.indexOf(kindOf(other) ?? '');
    if (at !== -1) left.splice(at, 1);
  }
  return listed(left.map((kind) => `[!${kind}]`));
}

/** `[!NOTE]`. */
function kindSpan({ start }: Placed<ShapeFact>, { text }: PageSummary): Span {
  return { start: start - 2, end: text.indexOf(']', start) + 1 };
}

import { l10n } from 'vscode';
import type { ReportKind } from '../../../../server/src/protocol';
import type { PanelTexts } from '../../../webviews/report/protocol/messages';
import { emptyText, titleOf } from './report-names';

/** The texts of a report panel. */
export function panelTexts(kind: ReportKind): PanelTexts {
  return {
    title: titleOf(kind),
    filter: l10n.t('Filter the rows'),
    filterHint: l10n.t('Filter: words that a row must contain'),
    exportCsv: l10n.t('Export CSV'),
    exportXlsx: l10n.t('Export .xlsx'),
    refresh: l10n.t('Refresh'),
    reading: l10n.t('Reading playbooks…'),
    rows: l10n.t('{0} rows', '{0}'),
    oneRow: l10n.t('1 row'),
    someRows: l10n.t('{0} of {1} rows', '{0}', '{1}'),
    noRows: emptyText(kind),
    noneFound: l10n.t('No rows contain all of these words.'),
    keys: l10n.t('On a column header, press Enter to sort. On a row, press Enter to open its page next to this table.'),
  };
}

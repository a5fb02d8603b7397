import { env, l10n, Uri, type Webview } from 'vscode';
import type { ReportKind } from '../../../../server/src/protocol';
import type { PanelTexts } from './messages';
import { emptyText, titleOf } from './report-names';

/**
 * The page of a panel: an empty body, which its script fills. It loads the two files of ours and nothing else, and runs
 * no script that was not here from the start.
 */
export function panelHtml(webview: Webview, extensionUri: Uri, kind: ReportKind): string {
  const uriOf = (name: string): string => escaped(webview.asWebviewUri(Uri.joinPath(distFolder(extensionUri), name)).toString());
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(titleOf(kind))}</title>
<link rel="stylesheet" href="${uriOf('report.css')}">
</head>
<body data-kind="${kind}" data-texts="${escaped(JSON.stringify(textsFor(kind)))}">
<script nonce="${nonce}" src="${uriOf('report.js')}"></script>
</body>
</html>`;
}

/** Where the files of the panel lie; it can read nothing else. */
export function distFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'report');
}

function textsFor(kind: ReportKind): PanelTexts {
  return {
    title: titleOf(kind),
    filter: l10n.t('Filter the rows'),
    filterHint: l10n.t('Filter: words that a row has to have'),
    exportCsv: l10n.t('Export CSV'),
    exportXlsx: l10n.t('Export .xlsx'),
    refresh: l10n.t('Refresh'),
    reading: l10n.t('Reading playbooks…'),
    rows: l10n.t('{0} rows', '{0}'),
    oneRow: l10n.t('1 row'),
    someRows: l10n.t('{0} of {1} rows', '{0}', '{1}'),
    noRows: emptyText(kind),
    noneFound: l10n.t('No row has all of these words.'),
    keys: l10n.t('Enter on a column header sorts by it. Enter on a row opens what the row is about, beside this table.'),
  };
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

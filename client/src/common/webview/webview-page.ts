import { Uri, type Webview, type WebviewOptions } from 'vscode';
import { shownLocale } from '../texts';
import { textsOfPage } from './texts-of-page';

/** A page in a panel: a script and a style sheet with the same name, in a folder with that name. */
export interface WebviewPage {
  readonly name: 'report' | 'preview';
  readonly title: string;
  /** Data attributes of the page's body, which the script reads. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * The page of a panel: an empty body, which its script fills. It loads only our two files and runs no other scripts.
 */
export function webviewHtml(webview: Webview, extensionUri: Uri, { name, title, data }: WebviewPage): string {
  const uriOf = (file: string): string =>
    escaped(webview.asWebviewUri(Uri.joinPath(folderOf(extensionUri, name), file)).toString());
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const { locale, translations } = shownLocale();
  const texts = textsOfPage(name, translations);
  const attributes = Object.entries({ ...data, ...(texts !== undefined && { texts: JSON.stringify(texts) }) }).map(
    ([key, value]) => ` data-${key}="${escaped(value)}"`,
  );
  return `<!DOCTYPE html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${uriOf(`${name}.css`)}">
</head>
<body${attributes.join('')}>
<script nonce="${nonce}" src="${uriOf(`${name}.js`)}"></script>
</body>
</html>`;
}

/** The page can read only its own two files. */
export function webviewOptions(extensionUri: Uri, name: WebviewPage['name']): WebviewOptions {
  return { enableScripts: true, localResourceRoots: [folderOf(extensionUri, name)] };
}

function folderOf(extensionUri: Uri, name: string): Uri {
  return Uri.joinPath(extensionUri, 'dist', name);
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

import { Uri, workspace, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startExtension } from '../common/activate';

/** vscode.dev and other browsers: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js');
  startExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, () => connect(script), options),
    NO_LINKS,
  );
}

/** What is behind a file system of a browser, only that file system knows. */
const NO_LINKS = (): Promise<boolean> => Promise.resolve(false);

/** The library takes a worker too, but only a plain one: what `new Worker` gives in an extension host is VS Code's own. */
async function connect(script: Uri): Promise<MessageTransports> {
  const worker = await startWorker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** VS Code refuses workers of an extension that lies on a remote machine; that script comes through the file system. */
async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  const text = await workspace.fs.readFile(script);
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' })));
}

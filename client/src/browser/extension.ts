import { Uri, workspace, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startExtension } from '../common/activate';

/** vscode.dev and other browsers: the server is a web worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js');
  return startExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, () => connect(script), options),
    NO_LINKS,
  );
}

/** Only the browser's file system knows what its links point to. */
const NO_LINKS = (): Promise<boolean> => Promise.resolve(false);

/**
 * The library also accepts a worker, but only a plain one. In an extension host, `new Worker` creates VS Code's own
 * kind of worker.
 */
async function connect(script: Uri): Promise<MessageTransports> {
  const worker = await startWorker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/**
 * VS Code rejects workers of an extension on a remote machine. Their script is read through the file system instead.
 */
async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  const text = await workspace.fs.readFile(script);
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' })));
}

import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from '../common/activate';

/** vscode.dev and other browsers: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  const startWorker = (): Promise<Worker> => Promise.resolve(new Worker(script));
  startExtension(context, (id, name, options) => new LanguageClient(id, name, startWorker, options));
}

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { connectionOptions, startServer } from '../lsp/index.js';
import { localDate, VERSION } from '../workspace/index.js';

/** The server in a web worker. The client provides the files. */
const worker = self as unknown as DedicatedWorkerGlobalScope;
startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), connectionOptions), {
  today: () => localDate(new Date()),
  version: VERSION,
});

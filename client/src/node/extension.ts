import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { startExtension } from '../common/activate';
import { seePermissionsWith } from '../common/read-only';
import { isLocked } from './is-locked';
import { leadsOut } from './leads-out';

/** Desktop and remote: the server is a Node process next to the extension host. */
export function activate(context: ExtensionContext): void {
  const run: NodeModule = { module: context.asAbsolutePath('dist/node/server.js'), transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  seePermissionsWith(isLocked);
  startExtension(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options), leadsOut, {
    command: process.execPath,
    script: context.asAbsolutePath('dist/mcp.js'),
    // On the desktop, the program is Electron.
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
}

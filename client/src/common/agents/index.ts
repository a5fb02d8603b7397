import {
  commands,
  Disposable,
  EventEmitter,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  workspace,
  type CancellationToken,
  type ExtensionContext,
  type Uri,
} from 'vscode';
import { callToolMethod, type CallToolResult } from '../../../../server/src/protocol';
import { logFailure } from '../log';
import { ruleIds } from '../rule-ids';
import { ruleHelpOf } from '../rule-pages/rule-help';
import type { ServerLifecycle } from '../server-lifecycle';
import { AgentRegistration, type AgentHost } from './agent-registration';
import { mcpApi, type McpApi } from './mcp-api';

/** How to start a program in Node that ships with the extension. Only the entry point for Node knows. */
export interface NodeProgram {
  readonly command: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The id in `mcpServerDefinitionProviders` of package.json. */
const PROVIDER = 'playbook.agentTools';
/** Context key: agents get the tools from the extension. */
const offersToolsKey = 'playbook.offersTools';

interface Manifest {
  readonly displayName: string;
  readonly version: string;
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

/** Offers the tools for AI agents in this window. `program`: the server for agents, where there are processes. */
export function offerAgentTools(
  { extension, extensionUri }: ExtensionContext,
  server: ServerLifecycle,
  program: NodeProgram | undefined,
): Disposable {
  const manifest = extension.packageJSON as Manifest;
  const api = mcpApi();
  const registration = new AgentRegistration<CancellationToken>({
    tools: manifest.contributes.languageModelTools.map(({ name }) => name),
    isTrusted: () => workspace.isTrusted,
    folders: () => (workspace.workspaceFolders ?? []).map(({ uri }) => ({ scheme: uri.scheme, path: uri.fsPath })),
    registerServers: api && program && serverRegistrar(api, program, manifest),
    registerTool: (name, invoke) =>
      lm.registerTool(name, {
        invoke: async ({ input }, token) =>
          new LanguageModelToolResult([new LanguageModelTextPart(await invoke(input, token))]),
      }),
    showTools: (areShown) => void commands.executeCommand('setContext', offersToolsKey, areShown),
    request: (params, token) => server.request<CallToolResult>(callToolMethod, params, token),
    onRefused: (error) => logFailure('Registering the server for agents', error),
    ruleHelp: (rule) => englishHelp(extensionUri, rule),
  });
  return Disposable.from(
    registration,
    workspace.onDidGrantWorkspaceTrust(() => registration.update()),
    workspace.onDidChangeWorkspaceFolders(() => registration.update()),
  );
}

function serverRegistrar(
  { register, createDefinition }: McpApi,
  { command, script, env }: NodeProgram,
  { displayName: label, version }: Manifest,
): NonNullable<AgentHost<CancellationToken>['registerServers']> {
  return ({ servers, onDidChange }) => {
    const changed = new EventEmitter<void>();
    onDidChange(() => changed.fire());
    const provider = register(PROVIDER, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () =>
        servers().map((folders) => createDefinition({ label, command, args: [script, ...folders], env, version })),
    });
    return Disposable.from(provider, changed);
  };
}

/** The tools are for models, so their texts are English in every locale. */
async function englishHelp(extensionUri: Uri, rule: string): Promise<string | undefined> {
  if (!ruleIds.includes(rule)) return undefined;
  try {
    return await ruleHelpOf(extensionUri, rule, 'en');
  } catch (error) {
    logFailure(`Reading the help of ${rule}`, error);
    return undefined;
  }
}

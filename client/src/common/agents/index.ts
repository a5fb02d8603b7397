import {
  commands,
  Disposable,
  EventEmitter,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  Uri,
  workspace,
  type ExtensionContext,
} from 'vscode';
import { callToolMethod, type CallToolResult } from '../../../../server/src/protocol';
import { logFailure } from '../log';
import { ruleIds } from '../rule-ids';
import type { ServerLifecycle } from '../server-lifecycle';
import { agentOffer } from './agent-offer';
import { callAgentTool, type AgentToolHost } from './agent-tool';
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

/** Offers the tools for AI agents in this window, in the way that suits it. */
export class AgentTools implements Disposable {
  readonly #context: ExtensionContext;
  readonly #server: ServerLifecycle;
  readonly #program: NodeProgram | undefined;
  readonly #api: McpApi | undefined;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #tools: Disposable | undefined;

  constructor(context: ExtensionContext, server: ServerLifecycle, program: NodeProgram | undefined) {
    this.#context = context;
    this.#server = server;
    this.#program = program;
    this.#api = program === undefined ? undefined : mcpApi();
    this.#subscriptions = [
      this.#changed,
      workspace.onDidGrantWorkspaceTrust(() => this.#update()),
      workspace.onDidChangeWorkspaceFolders(() => this.#update()),
    ];
    if (this.#api !== undefined)
      this.#subscriptions.push(
        this.#api.register(PROVIDER, {
          onDidChangeMcpServerDefinitions: this.#changed.event,
          provideMcpServerDefinitions: () => this.#definitions(),
        }),
      );
    this.#update();
  }

  dispose(): void {
    this.#tools?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get #offersTools(): boolean {
    return (
      agentOffer({
        canStartServer: this.#api !== undefined,
        isTrusted: workspace.isTrusted,
        schemes: (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
      }) === 'tools'
    );
  }

  get #manifest(): Manifest {
    return this.#context.extension.packageJSON as Manifest;
  }

  #update(): void {
    const offersTools = this.#offersTools;
    if (!offersTools) {
      this.#tools?.dispose();
      this.#tools = undefined;
    } else this.#tools ??= this.#registerTools();
    void commands.executeCommand('setContext', offersToolsKey, offersTools);
    this.#changed.fire();
  }

  #definitions(): object[] {
    if (this.#api === undefined || this.#program === undefined || this.#offersTools) return [];
    const { command, script, env } = this.#program;
    const { displayName: label, version } = this.#manifest;
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
    return [this.#api.createDefinition({ label, command, args: [script, ...folders], env, version })];
  }

  #registerTools(): Disposable {
    const { languageModelTools } = this.#manifest.contributes;
    return Disposable.from(
      ...languageModelTools.map(({ name }) =>
        lm.registerTool(name, {
          invoke: async ({ input }, token) => {
            const request: AgentToolHost['request'] = (params) =>
              this.#server.request<CallToolResult>(callToolMethod, params, token);
            const text = await callAgentTool(name, input, { request, rulePage: (rule) => this.#rulePage(rule) });
            return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
          },
        }),
      ),
    );
  }

  async #rulePage(rule: string): Promise<string | undefined> {
    if (!ruleIds.includes(rule)) return undefined;
    const file = Uri.joinPath(this.#context.extensionUri, 'docs', 'rules', `${rule}.md`);
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    } catch (error) {
      logFailure(`Reading the page of ${rule}`, error);
      return undefined;
    }
  }
}

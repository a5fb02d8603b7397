import type { CallToolParams, CallToolResult } from '../../../../server/src/protocol';
import { agentOffer } from './agent-offer';
import { callAgentTool } from './agent-tool';

export interface Subscription {
  dispose(): void;
}

/** What can be registered and started in the editor. */
export interface AgentHost<Token> {
  /** The tools in package.json. */
  readonly tools: readonly string[];
  readonly isTrusted: () => boolean;
  readonly folders: () => readonly AgentFolder[];
  /** Registers the provider of servers for agents; `undefined` where no server can run. Throws in an editor that refuses it. */
  readonly registerServers: ((provider: ServerProvider) => Subscription) | undefined;
  readonly registerTool: (name: string, invoke: (input: unknown, token: Token) => Promise<string>) => Subscription;
  /** Whether agents see the tools in package.json. */
  readonly showTools: (areShown: boolean) => void;
  readonly request: (params: CallToolParams, token: Token) => Promise<CallToolResult>;
  readonly onRefused: (error: unknown) => void;
  /** The English help of a rule; `undefined` if there is none. */
  readonly ruleHelp: (rule: string) => Promise<string | undefined>;
}

export interface AgentFolder {
  /** `file`, `vscode-vfs`. */
  readonly scheme: string;
  /** The path on the disk. */
  readonly path: string;
}

export interface ServerProvider {
  /** The workspace folders of each server to start. */
  readonly servers: () => readonly (readonly string[])[];
  /** `listener` is called when the servers change. */
  readonly onDidChange: (listener: () => void) => void;
}

/** Registers either the server for agents or the tools, and changes that when the workspace changes. */
export class AgentRegistration<Token> {
  readonly #host: AgentHost<Token>;
  readonly #servers: Subscription | undefined;
  readonly #listeners: (() => void)[] = [];
  #tools: readonly Subscription[] = [];

  constructor(host: AgentHost<Token>) {
    this.#host = host;
    this.#servers = this.#registerServers();
    this.update();
  }

  /** Call this when the folders change, and when the workspace becomes trusted. */
  update(): void {
    const { tools, registerTool, showTools } = this.#host;
    if (!this.#offersTools) this.#removeTools();
    else if (this.#tools.length === 0)
      this.#tools = tools.map((name) =>
        registerTool(name, (input, token) =>
          callAgentTool(name, input, {
            request: (params) => this.#host.request(params, token),
            ruleHelp: this.#host.ruleHelp,
          }),
        ),
      );
    showTools(this.#offersTools);
    for (const listener of this.#listeners) listener();
  }

  dispose(): void {
    this.#removeTools();
    this.#servers?.dispose();
  }

  get #offersTools(): boolean {
    const { isTrusted, folders } = this.#host;
    const schemes = folders().map(({ scheme }) => scheme);
    return agentOffer({ canStartServer: this.#servers !== undefined, isTrusted: isTrusted(), schemes }) === 'tools';
  }

  /** The tools for agents are an addition: without them, the extension works. */
  #registerServers(): Subscription | undefined {
    const { registerServers, folders, onRefused } = this.#host;
    try {
      return registerServers?.({
        servers: () => (this.#offersTools ? [] : [folders().map(({ path }) => path)]),
        onDidChange: (listener) => this.#listeners.push(listener),
      });
    } catch (error) {
      onRefused(error);
      return undefined;
    }
  }

  #removeTools(): void {
    for (const tool of this.#tools) tool.dispose();
    this.#tools = [];
  }
}

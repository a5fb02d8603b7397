import * as vscode from 'vscode';
import type { Disposable, Event } from 'vscode';

/**
 * The part of VS Code that starts servers for agents. It has been stable since VS Code 1.101, but the extension also runs
 * in 1.100, whose types don't have it, and which refuses to register a provider.
 */
export interface McpApi {
  readonly createDefinition: (server: ServerProcess) => object;
  readonly register: (id: string, provider: McpProvider) => Disposable;
}

/** How to start a server for agents. */
export interface ServerProcess {
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly version: string;
}

export interface McpProvider {
  readonly onDidChangeMcpServerDefinitions: Event<void>;
  provideMcpServerDefinitions(): object[];
}

interface NewerVsCode {
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: string[],
    env: Record<string, string>,
    version: string,
  ) => object;
  readonly lm?: {
    readonly registerMcpServerDefinitionProvider?: (id: string, provider: McpProvider) => Disposable;
  };
}

/** `undefined` in an editor that can't start such servers. */
export function mcpApi(): McpApi | undefined {
  const { McpStdioServerDefinition: Definition, lm } = vscode as unknown as NewerVsCode;
  if (Definition === undefined || lm?.registerMcpServerDefinitionProvider === undefined) return undefined;
  const register = lm.registerMcpServerDefinitionProvider.bind(lm);
  return {
    createDefinition: ({ label, command, args, env, version }) =>
      new Definition(label, command, [...args], { ...env }, version),
    register,
  };
}

/** How agents in this window get the tools: from a server process, or from the language server through the extension. */
export type AgentOffer = 'server' | 'tools';

export interface AgentSurroundings {
  /** Whether the editor can start a server for agents, and the extension runs where there are processes. */
  readonly canStartServer: boolean;
  readonly isTrusted: boolean;
  /** The schemes of the workspace folders: `file`, `vscode-vfs`. */
  readonly schemes: readonly string[];
}

/**
 * A server process only reads files of the disk. Everywhere else, the language server answers, which already runs. Never
 * both: a model would have each tool twice.
 */
export function agentOffer({ canStartServer, isTrusted, schemes }: AgentSurroundings): AgentOffer {
  const isOnDisk = schemes.length > 0 && schemes.every((scheme) => scheme === 'file');
  return canStartServer && isTrusted && isOnDisk ? 'server' : 'tools';
}

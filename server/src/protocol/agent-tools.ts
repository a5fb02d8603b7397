/**
 * Request: calls a tool for AI agents. Our client asks where no separate server for agents can run: in a browser, in
 * Restricted Mode, in folders that aren't on a disk.
 */
export const callToolMethod = 'playbook/callTool';

export interface CallToolParams {
  /** The name of the tool: `check_text`. */
  readonly tool: string;
  /** As the model wrote it. */
  readonly input: unknown;
  /** The English help of the rule that the input names, which only the client can read. */
  readonly ruleHelp?: string;
}

/** Text for the model: the result, or why there is none. */
export interface CallToolResult {
  readonly isError: boolean;
  readonly text: string;
}

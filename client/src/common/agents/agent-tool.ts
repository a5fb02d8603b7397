import type { CallToolParams, CallToolResult } from '../../../../server/src/protocol';

/** The prefix of the tools' names in VS Code, where all extensions share the names. */
const PREFIX = 'playbook_';

/** The name of a tool for the server: `check_text` for `playbook_check_text`. */
export function serverNameOf(tool: string): string {
  return tool.startsWith(PREFIX) ? tool.slice(PREFIX.length) : tool;
}

export interface AgentToolHost {
  readonly request: (params: CallToolParams) => Promise<CallToolResult>;
  /** The English help of a rule; `undefined` if there is none. */
  readonly ruleHelp: (rule: string) => Promise<string | undefined>;
}

/** Calls a tool of the language server. Returns text for the model. Rejects with an error, also for the model, if the tool fails. */
export async function callAgentTool(tool: string, input: unknown, host: AgentToolHost): Promise<string> {
  const name = serverNameOf(tool);
  const rule = name === 'explain_rule' ? ruleIn(input) : undefined;
  const ruleHelp = rule === undefined ? undefined : await host.ruleHelp(rule);
  const { isError, text } = await host.request({ tool: name, input, ...(ruleHelp !== undefined && { ruleHelp }) });
  // VS Code passes the message on to the model.
  if (isError) throw new Error(text);
  return text;
}

function ruleIn(input: unknown): string | undefined {
  const rule = typeof input === 'object' && input !== null && 'rule' in input ? input.rule : undefined;
  return typeof rule === 'string' ? rule : undefined;
}

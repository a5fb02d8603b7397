import { agentTools as tools, callTool, type ToolContext } from '../../agent-tools/index.js';
import { createFormatter } from '../../messages/formatting/index.js';
import { callToolMethod, type CallToolParams, type CallToolResult } from '../../protocol/index.js';
import { Cancelled } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { yieldToEventLoop } from '../session/progress.js';
import { runSafe } from '../session/run-safe.js';

/** Calls tools for AI agents for our client, with the open documents as they are in the editor. */
export const agentTools: Feature = { register };

const FAILED: CallToolResult = { isError: true, text: 'The tool failed because of an error in the extension' };

function register({ session, today }: FeatureContext): void {
  // The texts are for models, so they are English in every locale.
  const { format } = createFormatter();
  session.connection.onRequest(callToolMethod, ({ tool: name, input, ruleHelp }: CallToolParams, token) =>
    runSafe<CallToolResult>('call tool', session, token, FAILED, async () => {
      const tool = tools.find((one) => one.name === name);
      if (tool === undefined) return { isError: true, text: `Unknown tool "${name}"` };
      const context: ToolContext = {
        workspace: session.workspace,
        today,
        format,
        ruleHelp: () => Promise.resolve(ruleHelp),
        pause: async () => {
          await yieldToEventLoop();
          if (token.isCancellationRequested) throw new Cancelled();
        },
      };
      const { isError, text } = await callTool(tool, input, context);
      return { isError, text };
    }),
  );
}

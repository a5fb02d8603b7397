import type * as z from 'zod/mini';
import type { Format } from '../messages/formatting/index.js';
import type { Workspace } from '../workspace/index.js';

/** What a tool can use. Tools read; none of them changes a file or the index. */
export interface ToolContext {
  readonly workspace: Workspace;
  /** Today's date, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Makes a sentence of a message. */
  readonly format: Format;
  /** The English help of a rule, as in `server/src/rule-help/en`; `undefined` if this front end doesn't have it. */
  readonly ruleHelp: (rule: string) => Promise<string | undefined>;
  /** Lets other work run between pages, and throws if the request was canceled. */
  readonly pause: () => Promise<void>;
}

/** A tool for AI agents. All texts in it are English, because they are for models. */
export interface AgentTool {
  readonly name: string;
  readonly title: string;
  /** Tells a model when to use the tool, and what it returns. */
  readonly description: string;
  readonly input: z.ZodMiniType;
  readonly output: z.ZodMiniType;
  /** Rejects with a {@link ToolError} if the input doesn't fit the workspace. */
  run(context: ToolContext, input: unknown): Promise<ToolOutput>;
}

/** Plain data, as the output schema describes it. */
export type ToolOutput = Readonly<Record<string, unknown>>;

interface TypedTool<Input extends z.ZodMiniType, Output extends z.ZodMiniType> extends Omit<
  AgentTool,
  'input' | 'output' | 'run'
> {
  readonly input: Input;
  readonly output: Output;
  run(context: ToolContext, input: z.infer<Input>): Promise<Omit<z.infer<Output>, 'note'>>;
}

/** Gives `run` the types of the schemas. The caller of the tool validates the input with `input` first. */
export function defineTool<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  tool: TypedTool<Input, Output>,
): AgentTool {
  return { ...tool, run: (context, input) => tool.run(context, input as z.infer<Input>) };
}

/** Why a tool has no result, for the model. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

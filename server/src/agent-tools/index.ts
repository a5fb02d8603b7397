/** The tools for AI agents, for all front ends. They read pages through the workspace, and use neither MCP nor LSP. */
export { callTool, runTool, type ToolAnswer } from './answer.js';
export { agentTools } from './tools/index.js';
export type { AgentTool, ToolContext } from './tool.js';

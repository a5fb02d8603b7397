/**
 * What dist/mcp.js takes from this bundle, so that a package contains the core once. esbuild.js leads the imports of
 * server/src/mcp here.
 */
export { agentTools, runTool } from '../agent-tools/index.js';
export { jsonSchema } from '../agent-tools/json-schema.js';
export { createFormatter, translationsIn } from '../messages/formatting/index.js';
export { localDate, VERSION, Workspace } from '../workspace/index.js';
export { nodeHost } from './node-host.js';

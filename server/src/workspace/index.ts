/** Documents, configuration and checks, for every face. Knows neither LSP nor Node. */
export type { WorkspaceHost } from './host.js';
export { Workspace, type Check, type WorkspaceOptions } from './workspace.js';
export { isConfigFile, type FixedConfig } from './config-store.js';
export { decodeText, type DecodedText } from './decode.js';
export { isRuleProblem, pageOf, tooManyProblems } from './file-problems.js';
export { normalizedUri } from './uris.js';
export { localDate } from './local-date.js';
export { VERSION } from './version.js';

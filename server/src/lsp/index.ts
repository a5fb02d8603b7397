/** The LSP face, without a platform. */
export { startServer, type ServerEnvironment } from './server.js';

/** The language server, independent of the platform. */
export { startServer, type ServerEnvironment } from './server.js';

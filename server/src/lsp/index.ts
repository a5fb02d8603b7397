/** The language server, independent of the platform. */
export { connectionOptions } from './session/params.js';
export { startServer, type ServerEnvironment } from './server.js';

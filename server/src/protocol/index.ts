/**
 * The messages that our own client and server exchange on top of LSP: names and types, nothing that runs.
 * The only folder of the server that the client may import. It imports nothing.
 *
 * Another LSP client may leave all of this out: the server then reads files by itself and sends no state.
 */
export * from './edits.js';
export * from './guided-input.js';
export * from './host.js';
export * from './navigation.js';
export * from './preview.js';
export * from './reports.js';
export * from './task-files.js';
export * from './text-places.js';

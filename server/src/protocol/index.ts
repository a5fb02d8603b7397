/**
 * The messages that our own client and server exchange on top of LSP: names and types, no code that runs. This is the
 * only folder of the server that the client can import. It imports nothing.
 *
 * Other LSP clients can ignore all of this: the server then reads files itself and sends no state.
 */
export * from './agent-tools.js';
export * from './edits.js';
export * from './guided-input.js';
export * from './host.js';
export * from './navigation.js';
export * from './preview.js';
export * from './progress.js';
export * from './reports.js';
export * from './rule-page.js';
export * from './task-files.js';
export * from './text-places.js';

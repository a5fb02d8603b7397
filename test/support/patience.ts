/**
 * How long a test waits for the state that it expects, in milliseconds; only a failing test waits this long. For tests in
 * JavaScript, see test/e2e/ui/user.mjs.
 */
export const PATIENCE = 240_000;

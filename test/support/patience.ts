/** How long a test waits for what must come, in milliseconds. Only a test that fails waits this long. The tests in JavaScript have their own, in test/e2e/ui/user.mjs. */
export const PATIENCE = 240_000;

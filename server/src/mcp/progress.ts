import type { ServerContext } from '@modelcontextprotocol/server';

/** The least time between two notifications, in milliseconds. */
const INTERVAL = 1000;

/**
 * A function to call at each step of a long call. It tells the client that the call still runs, if the client asked for
 * that: many clients give up after a minute without a sign.
 */
export function progressOf({ mcpReq }: Pick<ServerContext, 'mcpReq'>, now: () => number = Date.now): () => void {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return () => {};
  let last = now();
  let progress = 0;
  return () => {
    progress++;
    if (now() - last < INTERVAL) return;
    last = now();
    // A client that is gone needs no progress.
    mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress } }).catch(() => {});
  };
}

/** Whether the client canceled the request. Only the event loop can change that, so ask after each `await`. */
export type IsCancelled = () => boolean;

/** Ends a request that was canceled. */
export class Cancelled extends Error {}

/** Throws `Cancelled` if the request was canceled. */
export function throwIfCancelled(isCancelled: IsCancelled | undefined): void {
  if (isCancelled?.() === true) throw new Cancelled();
}

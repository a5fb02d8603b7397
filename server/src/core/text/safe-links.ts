/** An address that Outlook put in the place of another one. */
export const SAFE_LINK = /https?:\/\/[\w.-]*\bsafelinks\.protection\.outlook\.com[^\s<>()|]*/gi;

/** The `url` parameter goes up to the next of Outlook's own; what it holds may be encoded or not. */
const WRAPPED = /[?&](?:amp;)?url=(.+?)&(?:amp;)?(?:data|sdata|reserved)=/i;

/** The address that a SafeLinks address stands for; `undefined` when there is no telling. */
export function unwrappedLink(address: string): string | undefined {
  const encoded = WRAPPED.exec(address)?.[1] ?? '';
  try {
    const url = decodeURIComponent(encoded);
    return /^https?:\/\/[^/\s]/i.test(url) ? url : undefined;
  } catch {
    // A `%` that encodes nothing: no telling what the address was.
    return undefined;
  }
}

/** An address that Outlook replaced. */
export const SAFE_LINK = /https?:\/\/[\w.-]*\bsafelinks\.protection\.outlook\.com[^\s<>()|]*/gi;

/** The `url` parameter reaches to Outlook's next parameter; its value may or may not be encoded. */
const WRAPPED = /[?&](?:amp;)?url=(.+?)&(?:amp;)?(?:data|sdata|reserved)=/i;

/** The original address of a SafeLinks address; `undefined` if it can't be determined. */
export function unwrappedLink(address: string): string | undefined {
  const encoded = WRAPPED.exec(address)?.[1] ?? '';
  try {
    const url = decodeURIComponent(encoded);
    return /^https?:\/\/[^/\s]/i.test(url) ? url : undefined;
  } catch {
    // An invalid `%` escape: the address can't be determined.
    return undefined;
  }
}

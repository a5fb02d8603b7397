import { NO_OPTIONS } from '../lint/options.js';
import { asTarget } from '../lint/support/links.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import type { Inlines } from '../model/inlines.js';
import type { Located } from '../text/span.js';

export const linkSafelinks = defineTextRule({
  meta: {
    id: 'link-safelinks',
    category: 'link',
    description: 'A link points to the page itself, not to the "safelinks" address that Outlook puts in its place',
    recommended: 'error',
    fixable: 'safe',
    messages: {
      wrapped: 'Outlook "safelinks" address: it names the person who copied it, and ends when the service does',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    if (!source.includes('safelinks.')) return;
    for (const { value, span } of addressesIn(source, inlines)) {
      const url = wrappedUrl(value);
      report({
        messageId: 'wrapped',
        span,
        fixes:
          url === undefined
            ? []
            : [
                {
                  title: `Replace with "${shortened(url)}"`,
                  edits: [{ span, newText: asTarget(url) }],
                  applicability: 'safe',
                },
              ],
      });
    }
  },
});

const ADDRESS = /https?:\/\/[\w.-]*\bsafelinks\.protection\.outlook\.com[^\s<>()|]*/gi;

/** The addresses of links, and those that stand in the text as they are. */
function addressesIn(source: string, { links, texts }: Inlines): Located<string>[] {
  const found: Located<string>[] = links.map(({ target }) => target).filter(({ value }) => value.search(ADDRESS) === 0);
  for (const text of texts) {
    if (links.some(({ target }) => target.span.start === text.start)) continue;
    for (const { 0: value, index } of source.slice(text.start, text.end).matchAll(ADDRESS)) {
      const start = text.start + index;
      found.push({ value, span: { start, end: start + value.length } });
    }
  }
  return found;
}

/** The `url` parameter goes up to the next of Outlook's own; what it holds may be encoded or not. */
const WRAPPED = /[?&](?:amp;)?url=(.+?)&(?:amp;)?(?:data|sdata|reserved)=/i;

function wrappedUrl(address: string): string | undefined {
  const encoded = WRAPPED.exec(address)?.[1] ?? '';
  try {
    const url = decodeURIComponent(encoded);
    return /^https?:\/\/[^/\s]/i.test(url) ? url : undefined;
  } catch {
    // A `%` that encodes nothing: no telling what the address was.
    return undefined;
  }
}

function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 59)}…` : url;
}

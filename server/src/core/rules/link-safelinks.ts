import { NO_OPTIONS } from '../lint/options.js';
import { asTarget } from '../dialect/links.js';
import { titles } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import type { Inlines } from '../model/inlines.js';
import type { Located } from '../text/span.js';

export const linkSafelinks = defineTextRule({
  meta: {
    id: 'link-safelinks',
    category: 'link',
    description: 'A link has its original address, not the "safelinks" address from Outlook',
    recommended: 'error',
    fixable: 'safe',
    messages: {
      wrapped: 'Outlook "safelinks" address: it reveals who copied it, and depends on the service',
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
                  title: titles.replace({ text: shortened(url) }),
                  edits: [{ span, newText: asTarget(url) }],
                  applicability: 'safe',
                },
              ],
      });
    }
  },
});

const ADDRESS = /https?:\/\/[\w.-]*\bsafelinks\.protection\.outlook\.com[^\s<>()|]*/gi;

/** The addresses of links, and bare addresses in the text. */
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

/** The `url` parameter ends at the next Outlook parameter; its value may or may not be encoded. */
const WRAPPED = /[?&](?:amp;)?url=(.+?)&(?:amp;)?(?:data|sdata|reserved)=/i;

function wrappedUrl(address: string): string | undefined {
  const encoded = WRAPPED.exec(address)?.[1] ?? '';
  try {
    const url = decodeURIComponent(encoded);
    return /^https?:\/\/[^/\s]/i.test(url) ? url : undefined;
  } catch {
    // With a `%` that encodes nothing, the original address is unknown.
    return undefined;
  }
}

function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 59)}…` : url;
}

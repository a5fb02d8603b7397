import { addressesIn, HOME_PAGE } from '../dialect/links.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';

export const linkHttp = defineTextRule({
  meta: {
    id: 'link-http',
    category: 'link',
    description: 'A link to another site starts with `https:`, not `http:`',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      http: 'With "http:", the connection isn\'t encrypted',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ source, inlines, report }) {
    if (!MAY_MATCH.test(source)) return;
    for (const { value, span } of addressesIn(source, inlines, ADDRESS)) {
      if (inlines.links.some(({ target }) => target.span.start === span.start && HOME_PAGE.test(target.value)))
        continue;
      const place = { start: span.start, end: span.start + value.indexOf(':') + 1 };
      report({ messageId: 'http', span: place, fixes: [replaceWith(place, 'https:')] });
    }
  },
});

/** Names of XML namespaces only look like addresses. */
const NAMESPACE = String.raw`schemas?\.|(?:www\.)?w3\.org\b|purl\.org\b|xmlns\.`;
const LOCAL = String.raw`localhost\b|[\w.-]+\.(?:local|localhost|test|invalid|internal)\b|\d{1,3}(?:\.\d{1,3}){3}\b`;
/**
 * A host on the internet: with a dot, and without a port, as on test computers. Not as a part of another address.
 */
const ADDRESS = new RegExp(
  String.raw`(?<![\w=/%&?])http://(?!${NAMESPACE}|${LOCAL})(?=[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?!\.?[\w-]|:\d))`,
  'gi',
);
const MAY_MATCH = /http:/i;

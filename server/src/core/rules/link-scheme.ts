import { NO_OPTIONS } from '../lint/options.js';
import { linksWithTarget } from '../dialect/links.js';
import { preferred, suggestion, titles } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { nearest } from '../text/spelling.js';

export const linkScheme = defineTextRule({
  meta: {
    id: 'link-scheme',
    category: 'link',
    description: 'The scheme of a web address is spelled correctly',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      misspelt: {
        text: 'Web addresses don\'t start with "{written}". Did you mean "{meant}"?',
        note: '{written}: the misspelled start of a web address, such as htps://. {meant}: https:// or http://.',
      },
      twice: {
        text: 'The address starts twice: "{written}"',
        note: '{written}: the start of a web address, such as https://https://.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ inlines, report }) {
    for (const { target } of linksWithTarget(inlines)) {
      const start = misspeltStart(target.value);
      if (start === undefined) continue;
      const { written, meant } = start;
      const span = { start: target.span.start, end: target.span.start + written.length };
      const fix = suggestion(titles.replace({ text: meant }), { span, newText: meant });
      // `htps` may also be `http`.
      const fixes = [/^https?[^a-z]/i.test(written) ? preferred(fix) : fix];
      if (DOUBLED.test(target.value)) report({ messageId: 'twice', data: { written }, span, fixes });
      else report({ messageId: 'misspelt', data: { written, meant }, span, fixes });
    }
  },
});

interface AddressStart {
  readonly written: string;
  readonly meant: string;
}

/** `https://https://`, with or without the second colon, in front of a host name. */
const DOUBLED = /^https?:\/\/(https?):?\/\/(?=[\w-]+\.)/i;
/** A scheme, its punctuation, and a host name. Browsers ignore a third slash and a backslash. */
const START = /^([a-z]{3,7})([:;.,：]{0,3})(\/{0,2})(?=[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$))/i;

/** The start of a web address that browsers don't recognize, and the one that was meant. */
function misspeltStart(target: string): AddressStart | undefined {
  const [doubled, inner = ''] = DOUBLED.exec(target) ?? [];
  if (doubled !== undefined) return { written: doubled, meant: `${inner.toLowerCase()}://` };
  const [written, scheme = '', punctuation = '', slashes = ''] = START.exec(target) ?? [];
  if (written === undefined || (punctuation !== ':' && slashes !== '//' && !/^:{2}/.test(punctuation)))
    return undefined;
  const meant = schemeMeantBy(scheme.toLowerCase());
  if (meant === undefined || written.toLowerCase() === `${meant}://`) return undefined;
  return { written, meant: `${meant}://` };
}

/** A known scheme is never a misspelled one. */
const KNOWN = new Set(['ftp', 'ftps', 'sftp', 'tel', 'sip', 'sips', 'xmpp', 'mailto', 'file', 'data', 'vscode', 'git']);

function schemeMeantBy(scheme: string): string | undefined {
  return KNOWN.has(scheme) ? undefined : nearest(scheme, ['https', 'http'], 1)[0];
}

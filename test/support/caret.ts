import { parsePlaybook, type Playbook } from '../../server/src/core/index.js';

/** The caret in the pages of tests. */
export const CARET = '█';

/** A page, and where in it the caret is. */
export interface CaretPage {
  readonly playbook: Playbook;
  readonly offset: number;
}

/** Reads a page with one caret. */
export function caretPage(text: string, uri = 'file:///page.md'): CaretPage {
  const offset = text.indexOf(CARET);
  if (offset === -1 || text.includes(CARET, offset + 1))
    throw new Error(`One caret is needed in ${JSON.stringify(text)}`);
  return { playbook: parsePlaybook({ uri, text: text.replace(CARET, '') }), offset };
}

/** The same page with other line ends, and with a byte order mark: what authors' editors make of it. */
export function inOtherEncodings(text: string): readonly (readonly [name: string, text: string])[] {
  return [
    ['as it is', text],
    ['with CRLF', text.replace(/\n/g, '\r\n')],
    ['with a byte order mark', `\uFEFF${text}`],
  ];
}

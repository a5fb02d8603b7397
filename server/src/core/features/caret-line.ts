import type { Playbook } from '../model/playbook.js';
import type { Span } from '../text/span.js';

/** The line at `offset`, without its line ending and a byte order mark. */
export function lineSpanAt({ lines, text }: Playbook, offset: number): Span {
  const { start, end } = lines.lineSpan(lines.lineAt(offset));
  return start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? { start: Math.min(1, offset), end } : { start, end };
}

const BYTE_ORDER_MARK = 0xfeff;

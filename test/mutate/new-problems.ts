import type { Diagnostic } from 'vscode-languageserver/node';

/**
 * The problems that a change of a page added. A known problem is the same if it says the same about the same line, or
 * else only if it says the same.
 */
export function newProblems(
  before: string,
  known: readonly Diagnostic[],
  after: string,
  problems: readonly Diagnostic[],
): Diagnostic[] {
  const [linesBefore, linesAfter] = [linesOf(before), linesOf(after)];
  const unmatched = new Multiset(known.map((problem) => sentence(problem, linesBefore)));
  const others = problems.filter((problem) => !unmatched.take(sentence(problem, linesAfter)));
  const messages = new Multiset(unmatched.rest().map((text) => text.slice(0, text.indexOf('\n'))));
  return others.filter((problem) => !messages.take(messageOf(problem)));
}

/** What a problem says, and on the next line, the text of its own line. */
function sentence(problem: Diagnostic, lines: readonly string[]): string {
  return `${messageOf(problem)}\n${lines[problem.range.start.line] ?? ''}`;
}

function messageOf({ code, message }: Diagnostic): string {
  return `${code} ${String(message).replaceAll('\n', ' ')}`;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

class Multiset {
  readonly #counts = new Map<string, number>();

  constructor(items: readonly string[]) {
    for (const item of items) this.#counts.set(item, (this.#counts.get(item) ?? 0) + 1);
  }

  /** Removes the item once. Returns whether it was there. */
  take(item: string): boolean {
    const count = this.#counts.get(item) ?? 0;
    this.#counts.set(item, count - 1);
    return count > 0;
  }

  rest(): string[] {
    return [...this.#counts].flatMap(([item, count]) => Array.from({ length: Math.max(0, count) }, () => item));
  }
}

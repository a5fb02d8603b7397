import type { TextDocument, TextDocumentChangeEvent, TextDocumentContentChangeEvent } from 'vscode';

/** A step from a version of a page to a later version. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly LineChange[];
  /** Made by one of our edits, which changes only its own row. */
  readonly isOwn: boolean;
}

export type LineChange = Pick<TextDocumentContentChangeEvent, 'range' | 'text'>;

/** More changes than anybody types before a panel shows them. */
const MOST_STEPS = 200;

/**
 * Tracks where the lines of earlier versions of a page are now, because authors edit rows that they saw in an earlier
 * version.
 */
export class LineHistory {
  readonly #pages = new WeakMap<TextDocument, readonly Step[]>();

  changed({ document, contentChanges }: TextDocumentChangeEvent): void {
    const steps = this.#pages.get(document) ?? [];
    const from = steps.at(-1)?.to ?? document.version - 1;
    if (document.version === from) return;
    this.#pages.set(document, [
      ...steps.slice(1 - MOST_STEPS),
      { from, to: document.version, changes: contentChanges, isOwn: false },
    ]);
  }

  /** Marks the step from this version as one of our edits. */
  madeFrom(document: TextDocument, version: number): void {
    this.#pages.set(
      document,
      (this.#pages.get(document) ?? []).map((step) => (step.from === version ? { ...step, isOwn: true } : step)),
    );
  }

  /** The line, starting at 0, in the version `until`; `undefined` if somebody else changed it or it is unknown. */
  lineIn(document: TextDocument, line: number, version: number, until = document.version): number | undefined {
    const steps = this.#pages.get(document) ?? [];
    let [at, now]: [number, number | undefined] = [version, line];
    while (at < until && now !== undefined) {
      const step = steps.find(({ from }) => from === at);
      if (step === undefined) return undefined;
      now = lineAfter(now, step.changes, step.isOwn);
      at = step.to;
    }
    return at === until ? now : undefined;
  }
}

/** Where a line is after changes outside it. Our own edits can also change its text. */
export function lineAfter(line: number, changes: readonly LineChange[], isOwn: boolean): number | undefined {
  let now: number | undefined = line;
  for (const change of changes) if (now !== undefined) now = lineAfterOne(now, change, isOwn);
  return now;
}

function lineAfterOne(line: number, { range: { start, end }, text }: LineChange, isOwn: boolean): number | undefined {
  const breaks = text.split(/\r\n|\r|\n/).length - 1;
  const endsBefore =
    end.line < line ||
    (end.line === line && end.character === 0 && (/[\r\n]$/.test(text) || (text === '' && start.character === 0)));
  if (endsBefore) return line + breaks - (end.line - start.line);
  if (start.line > line) return line;
  // The rest of the line starts where the line started. An added row starts at the end of the row above.
  const keepsStart = start.line === line && (start.character > 0 || (end.line === line && breaks === 0));
  return isOwn && keepsStart ? line : undefined;
}

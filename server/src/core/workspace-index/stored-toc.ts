import { LineMap } from '../text/line-map.js';
import { listOf } from '../text/shape.js';
import type { FilePath } from './file-path.js';
import { locatedText } from './stored-facts.js';
import type { TocSummary } from './toc.js';

/** A table of contents that an earlier run read. */
export class StoredToc implements TocSummary {
  readonly path: FilePath;
  readonly targets: TocSummary['targets'];
  readonly #read: () => string;
  #lines: LineMap | undefined;

  /** `read` returns the text of the file. */
  constructor(path: FilePath, targets: TocSummary['targets'], read: () => string) {
    this.path = path;
    this.targets = targets;
    this.#read = read;
  }

  get text(): string {
    return this.#read();
  }

  get lines(): LineMap {
    return (this.#lines ??= LineMap.of(this.text));
  }
}

/** The targets in data that was read from a file; `undefined` if it is something else. */
export function targetsIn(data: unknown): TocSummary['targets'] | undefined {
  return allTargets(data) ? (data as TocSummary['targets']) : undefined;
}

const allTargets = listOf(locatedText);

import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { LineMap } from '../text/line-map.js';
import { sliceOf, type Located } from '../text/span.js';
import type { FilePath } from './file-path.js';

/** A `toc.yml`: the pages in the site's navigation. */
export interface TocSummary {
  readonly path: FilePath;
  readonly text: string;
  readonly lines: LineMap;
  /** Every `href`, `topicHref`, `tocHref` and `homepage`, as written. Spans count from the start of the file. */
  readonly targets: readonly Located<string>[];
}

/** Whether a file of that name is a table of contents: `toc.yml`, `TOC.yaml`, `toc--internal.yml`. */
export function isTocName(name: string): boolean {
  return /^toc(?:[-_.][\w.-]*)?\.ya?ml$/i.test(name);
}

/**
 * A target with its span without quotes; `undefined` if its YAML source differs from its value, because of escapes or
 * several lines.
 */
export function withoutQuotes(text: string, { value, span }: Located<string>): Located<string> | undefined {
  const inner = { start: span.start + 1, end: span.end - 1 };
  const plain = [span, inner].find((one) => sliceOf(text, one) === value);
  return plain === undefined ? undefined : { value, span: plain };
}

/** No real file is nearly as large. */
const MAX_LENGTH = 2_000_000;
const MAX_DEPTH = 50;
const TARGET_KEYS: ReadonlySet<string> = new Set(['href', 'topichref', 'tochref', 'homepage']);

/** Reads a table of contents. Invalid YAML names no pages. */
export function readToc(path: FilePath, text: string): TocSummary {
  return { path, text, lines: LineMap.of(text), targets: text.length > MAX_LENGTH ? [] : targetsIn(text) };
}

function targetsIn(text: string): Located<string>[] {
  const targets: Located<string>[] = [];
  try {
    collect(parseDocument(text, { uniqueKeys: false, keepSourceTokens: false }).contents, 0, targets);
  } catch {
    // The parser is recursive.
  }
  return targets;
}

function collect(node: Node | null, depth: number, targets: Located<string>[]): void {
  if (depth > MAX_DEPTH) return;
  if (isSeq(node)) for (const item of node.items) collect(item as Node | null, depth + 1, targets);
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value).toLowerCase() : '';
    if (!TARGET_KEYS.has(name)) collect(value as Node | null, depth + 1, targets);
    else if (isScalar(value) && typeof value.value === 'string' && value.range != null)
      targets.push({ value: value.value, span: { start: value.range[0], end: value.range[1] } });
  }
}

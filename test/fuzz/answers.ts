import assert from 'node:assert/strict';
import { LineMap } from '../../server/src/core/index.js';
import type { TextRange } from '../../server/src/protocol/index.js';

/** The texts that an editor has, and had, by URI and version. */
export class Texts {
  /** Of open documents. */
  readonly open = new Map<string, { readonly version: number; readonly text: string }>();
  readonly #files: ReadonlyMap<string, string>;
  readonly #versions = new Map<string, string>();

  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  changed(uri: string, version: number, text: string): void {
    this.open.set(uri, { version, text });
    this.#versions.set(`${version} ${uri}`, text);
  }

  /** The text that an answer is about; without a version, the one that the editor has now. */
  textOf(uri: string, version: number | undefined): string | undefined {
    return version === undefined
      ? (this.open.get(uri)?.text ?? this.#files.get(uri))
      : this.#versions.get(`${version} ${uri}`);
  }
}

/**
 * Every range in an answer lies inside the text it is about. `isCurrent`: no text has changed since the request was sent,
 * so that ranges without a version can be compared with what the editor has.
 */
export function assertAnswer(answer: unknown, uri: string, texts: Texts, isCurrent: boolean): void {
  visit(answer, { uri, version: undefined }, (range, at) => {
    if (at.version === undefined && !isCurrent) return;
    const text = texts.textOf(at.uri, at.version);
    if (text !== undefined) assertInside(range, text, at.uri);
  });
}

interface About {
  readonly uri: string;
  readonly version: number | undefined;
}

function visit(value: unknown, about: About, take: (range: TextRange, about: About) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, about, take);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const fields = value as Readonly<Record<string, unknown>>;
  const here = {
    ...about,
    ...named(fields),
    ...named((fields['textDocument'] ?? {}) as Readonly<Record<string, unknown>>),
  };
  for (const [key, field] of Object.entries(fields)) {
    // The one range that is about the text after the edits beside it.
    if (key === 'selection') continue;
    // Where a range is that leads out of the page, another field says.
    if (key === 'changes' && !Array.isArray(field))
      for (const [uri, edits] of Object.entries((field ?? {}) as object))
        visit(edits, { uri, version: undefined }, take);
    else if (isRange(field))
      take(
        field,
        key.startsWith('target') && typeof fields['targetUri'] === 'string'
          ? { uri: fields['targetUri'], version: undefined }
          : here,
      );
    else visit(field, here, take);
  }
}

function named({ uri, version }: Readonly<Record<string, unknown>>): Partial<About> {
  return {
    ...(typeof uri === 'string' && { uri, version: undefined }),
    ...(typeof version === 'number' && { version }),
  };
}

function isRange(value: unknown): value is TextRange {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    'end' in value &&
    typeof value.start === 'object' &&
    typeof value.end === 'object'
  );
}

function assertInside({ start, end }: TextRange, text: string, uri: string): void {
  const lines = LineMap.of(text);
  for (const { line, character } of [start, end]) {
    assert.ok(
      line >= 0 && line < lines.lineCount && character >= 0 && character <= lines.lineText(line).length,
      `${line}:${character} is inside ${uri}`,
    );
  }
  assert.ok(
    start.line < end.line || (start.line === end.line && start.character <= end.character),
    'a range ends no earlier than it starts',
  );
}

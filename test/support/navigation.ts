import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyEdits,
  LineMap,
  type FileEdits,
  type Place,
  type WorkspaceIndex,
  type FilePath,
} from '../../server/src/core/index.js';
import { corpus } from './project.js';
import { filesIn, indexOf, pathOf, type FileTexts } from './workspace-fixture.js';

/** A small workspace in which one file has a caret, `█`. */
export interface Scene {
  readonly files: FileTexts;
  readonly index: WorkspaceIndex;
  /** Of the file with the caret. */
  readonly path: FilePath;
  readonly offset: number;
}

const CARET = '█';

export function sceneOf(text: string): Scene {
  const written = filesIn(text);
  const [name = '', source = ''] = [...written].find(([, content]) => content.includes(CARET)) ?? [];
  const files = new Map(written).set(name, source.replace(CARET, ''));
  if (name === '') files.delete('');
  return { files, index: indexOf(files), path: pathOf(name), offset: Math.max(0, source.indexOf(CARET)) };
}

/** `a.md:3:1 the text that is meant`, counted from one. */
export function printPlace(files: FileTexts, { path, span }: Place): string {
  const name = nameIn(path);
  const text = files.get(name) ?? '';
  const { line, column } = LineMap.of(text).lineColumnAt(span.start);
  return `${name}:${line + 1}:${column + 1} ${text.slice(span.start, span.end)}`.trimEnd();
}

export function printPlaces(files: FileTexts, places: readonly Place[]): string[] {
  return places.map((place) => printPlace(files, place));
}

/** The files with the edits made; those without edits are the same strings. */
export function edited(files: FileTexts, edits: FileEdits): FileTexts {
  return new Map([...files].map(([name, text]) => [name, applyEdits(text, edits.get(pathOf(name)) ?? [])]));
}

/** The lines that differ, as `a.md: new line`. Both have the same lines otherwise. */
export function changedLines(before: FileTexts, after: FileTexts): string[] {
  return [...before].flatMap(([name, text]) => {
    const now = (after.get(name) ?? '').split('\n');
    return text.split('\n').flatMap((line, index) => (line === now[index] ? [] : [`${name}: ${now[index]}`]));
  });
}

/** The corpus as a workspace; images are there by name only. */
export function corpusFiles(): FileTexts {
  const names = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(corpus.length + 1)
        .replaceAll('\\', '/'),
    );
  return new Map(
    names.sort().map((name) => [name, /\.(?:md|yml|json)$/.test(name) ? readFileSync(join(corpus, name), 'utf8') : '']),
  );
}

function nameIn(path: string): string {
  return path.slice(pathOf('').length);
}

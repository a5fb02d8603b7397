import { compileGlob } from '../text/glob.js';
import { asFilePath, pathWithin, type FilePath } from './file-path.js';

/** The settings of a `docfx.json` for the files around it. */
export interface Docset {
  /** The folder of the `docfx.json`: the target of `~/` and `/`. */
  readonly root: FilePath;
  /** Whether docfx publishes the file as a page; an include or an archived page isn't published. */
  isBuilt(path: FilePath): boolean;
  /** The edition that the file is published in; `undefined` if docfx doesn't tell. */
  editionOf(path: FilePath): string | undefined;
  /** The editions that it distinguishes: its versions, or the groups of its content. */
  readonly editions: readonly DocsetEdition[];
  /** Where the content of a folder is published, for folders with a destination of their own. */
  readonly destinations: ReadonlyMap<FilePath, string>;
}

export interface DocsetEdition {
  readonly name: string;
  /** Relative to the root. */
  readonly globs: readonly string[];
}

/** No real file is nearly as large. */
const MAX_LENGTH = 1_000_000;
/** For all globs together; every page is compared with each of them. */
const MAX_GLOBS_LENGTH = 50_000;

/** Reads a `docfx.json` in the folder `root`. If it has errors, every page counts as published. */
export function readDocset(root: FilePath, text: string): Docset {
  const contents = contentsOf(text);
  const groups = contents.map(matcherOf);
  const groupOf = remembered((path: FilePath): ContentGroup | undefined => {
    const within = pathWithin(root, path);
    return within === undefined ? undefined : groups.find(({ contains }) => contains(within));
  });
  const editions = editionsIn(contents);
  return {
    root,
    isBuilt: (path) => groups.length === 0 || pathWithin(root, path) === undefined || groupOf(path) !== undefined,
    editionOf: (path) => (editions.length === 0 ? undefined : groupOf(path)?.edition),
    editions,
    destinations: new Map(
      contents.flatMap(({ src, dest }) =>
        src === '' || dest === undefined ? [] : [[asFilePath(`${root}/${src}`), dest]],
      ),
    ),
  };
}

/** Several rules ask about each page, and about the targets of its links. */
function remembered<Value>(compute: (path: FilePath) => Value): (path: FilePath) => Value {
  const known = new Map<FilePath, { readonly value: Value }>();
  return (path) => {
    let answer = known.get(path);
    if (answer === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(path, (answer = { value: compute(path) }));
    }
    return answer.value;
  };
}

/** A guard against generated links. */
const MOST_REMEMBERED = 50_000;

interface ContentGroup {
  readonly edition: string | undefined;
  /** `path` is relative to the `docfx.json`. */
  contains(path: string): boolean;
}

function matcherOf({ files, exclude, src, edition }: Content): ContentGroup {
  const [includes, excludes] = [matcher(files), matcher(exclude)];
  return {
    edition,
    contains(path) {
      const inside = src === '' ? path : afterStart(path, `${src}/`);
      return inside !== undefined && includes(inside) && !excludes(inside);
    },
  };
}

/** Empty if all content is in the same edition. */
function editionsIn(contents: readonly Content[]): DocsetEdition[] {
  const globs = new Map<string | undefined, string[]>();
  for (const { edition, src, files } of contents) {
    const known = globs.get(edition) ?? [];
    globs.set(edition, [...known, ...files.map((glob) => (src === '' ? glob : `${src}/${glob}`))]);
  }
  if (globs.size < 2) return [];
  return [...globs].flatMap(([name, own]) => (name === undefined ? [] : [{ name, globs: own }]));
}

/** The rest of the text; `undefined` if it starts differently. */
function afterStart(text: string, start: string): string | undefined {
  return text.startsWith(start) ? text.slice(start.length) : undefined;
}

interface Content {
  readonly files: readonly string[];
  readonly exclude: readonly string[];
  /** The folder that the globs are relative to, relative to the `docfx.json`; empty for the same folder. */
  readonly src: string;
  /** The folder of the site that it is published to. */
  readonly dest: string | undefined;
  /** The version or group that it belongs to. */
  readonly edition: string | undefined;
}

function contentsOf(text: string): Content[] {
  if (text.length > MAX_LENGTH) return [];
  const build = fieldOf(parsed(text), 'build');
  const content = fieldOf(build, 'content');
  const contents = (Array.isArray(content) ? (content as unknown[]) : []).flatMap((group): Content[] => {
    const files = globsIn(fieldOf(group, 'files'));
    if (files.length === 0) return [];
    return [
      {
        files,
        exclude: globsIn(fieldOf(group, 'exclude')),
        src: folderName(textOf(fieldOf(group, 'src')) ?? textOf(fieldOf(group, 'cwd')) ?? ''),
        dest: textOf(fieldOf(group, 'dest')),
        edition: textOf(fieldOf(group, 'group')) ?? textOf(fieldOf(group, 'version')),
      },
    ];
  });
  const length = contents
    .flatMap(({ files, exclude }) => [...files, ...exclude])
    .reduce((sum, glob) => sum + glob.length, 0);
  return length > MAX_GLOBS_LENGTH ? [] : contents;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** A text that isn't empty. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function globsIn(value: unknown): string[] {
  const globs = Array.isArray(value) ? (value as unknown[]) : [value];
  return globs.filter((glob): glob is string => typeof glob === 'string');
}

function folderName(src: string): string {
  return src
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/^\.$|\/+$/g, '');
}

/** docfx ignores case. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const compiled = globs.map((glob) => compileGlob(glob.replaceAll('\\', '/').toLowerCase()));
  return (path) => {
    const lower = path.toLowerCase();
    return compiled.some((glob) => glob.matches(lower));
  };
}

import { compileGlob } from '../text/glob.js';
import { pathWithin, type FilePath } from './file-path.js';

/** The settings of a `docfx.json` for the files around it. */
export interface Docset {
  /** The folder of the `docfx.json`: the target of `~/` and `/`. */
  readonly root: FilePath;
  /** Whether docfx publishes the file as a page; an include or an archived page isn't published. */
  isBuilt(path: FilePath): boolean;
}

/** No real file is nearly as large. */
const MAX_LENGTH = 1_000_000;
/** For all globs together; every page is compared with each of them. */
const MAX_GLOBS_LENGTH = 50_000;

/** Reads a `docfx.json` in the folder `root`. If it has errors, every page counts as published. */
export function readDocset(root: FilePath, text: string): Docset {
  const contents = contentsOf(text);
  if (contents.length === 0) return { root, isBuilt: () => true };
  const groups = contents.map(({ files, exclude, src }) => ({
    folder: src,
    includes: matcher(files),
    excludes: matcher(exclude),
  }));
  return {
    root,
    isBuilt(path) {
      const within = pathWithin(root, path);
      if (within === undefined) return true;
      return groups.some(({ folder, includes, excludes }) => {
        const inside = folder === '' ? within : afterStart(within, `${folder}/`);
        return inside !== undefined && includes(inside) && !excludes(inside);
      });
    },
  };
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
}

function contentsOf(text: string): Content[] {
  if (text.length > MAX_LENGTH) return [];
  const build = fieldOf(parsed(text), 'build');
  const content = fieldOf(build, 'content');
  const contents = (Array.isArray(content) ? (content as unknown[]) : []).flatMap((group) => {
    const files = globsIn(fieldOf(group, 'files'));
    const src = fieldOf(group, 'src') ?? fieldOf(group, 'cwd');
    return files.length === 0
      ? []
      : [{ files, exclude: globsIn(fieldOf(group, 'exclude')), src: typeof src === 'string' ? folderName(src) : '' }];
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

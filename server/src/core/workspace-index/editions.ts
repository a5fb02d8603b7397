import type { RelativePath } from '../text/relative-path.js';
import type { Docset } from './docset.js';
import { asFilePath, isInside, pathWithin, type FilePath } from './file-path.js';
import { foldersAround, LIVE } from './folder-editions.js';

/**
 * The editions of a workspace: the same pages in another generation. A page of the same name and language in another
 * edition is another state of the page and not another page, so pages are compared within their edition only.
 */
export interface Editions {
  /** The name of the edition of a file. */
  of(path: FilePath): string;
  /** Every edition and where its pages are, by name; empty if all pages are in one edition. */
  readonly all: readonly Edition[];
  /** The same text for editions with the same files. */
  readonly key: string;
}

export interface Edition {
  readonly name: string;
  readonly places: readonly EditionPlace[];
}

/** The pages of an edition in one place, and how they were found. */
export interface EditionPlace {
  readonly foundBy: 'configuration' | 'docfx' | 'folders';
  /** The folder, or the one that the globs start from. */
  readonly folder: FilePath;
  /** Empty for a folder with everything in it. */
  readonly globs: readonly string[];
}

/** What a configuration file says about the editions below its folder. */
export interface ConfiguredEditions {
  readonly folder: FilePath;
  /** `undefined` if it says nothing, so that they are detected. */
  readonly editions: readonly ConfiguredEdition[] | undefined;
}

/** An edition of the configuration. Paths are relative to the folder of the file. */
export interface ConfiguredEdition {
  readonly name: string;
  readonly globs: readonly string[];
  matches(path: RelativePath): boolean;
}

/** All that is known about editions, the more reliable first. */
export interface EditionSources {
  /** The innermost folder first. */
  readonly configured: readonly ConfiguredEditions[];
  /** The innermost folder first. */
  readonly docsets: readonly Docset[];
  /** From {@link folderEditions}. */
  readonly folders: ReadonlyMap<FilePath, string>;
}

/** The editions according to the configuration, then to docfx, then to the folders. */
export function editionsFrom(sources: EditionSources): Editions {
  const all = allIn(sources);
  const known = new Map<FilePath, string>();
  return {
    of(path) {
      if (all.length === 0) return LIVE;
      let edition = known.get(path);
      if (edition === undefined) known.set(path, (edition = editionOf(path, sources)));
      return edition;
    },
    all,
    key: JSON.stringify(all),
  };
}

function editionOf(path: FilePath, { configured, docsets, folders }: EditionSources): string {
  const nearest = configured.find(({ folder }) => isInside(folder, path));
  if (nearest?.editions !== undefined) {
    const within = pathWithin(nearest.folder, path);
    return (within === undefined ? undefined : nearest.editions.find((one) => one.matches(within)))?.name ?? LIVE;
  }
  return docsets.find(({ root }) => isInside(root, path))?.editionOf(path) ?? editionAround(path, folders);
}

/** An archive in a preliminary folder is an edition of its own. */
function editionAround(path: FilePath, folders: ReadonlyMap<FilePath, string>): string {
  const names = foldersAround(path).flatMap((folder) => folders.get(folder) ?? []);
  return [...new Set(names.filter((name) => name !== LIVE))].join(' ') || LIVE;
}

function allIn({ configured, docsets, folders }: EditionSources): Edition[] {
  const places = new Map<string, EditionPlace[]>();
  const add = (name: string, place: EditionPlace): void => {
    const known = places.get(name);
    if (known === undefined) places.set(name, [place]);
    else known.push(place);
  };
  for (const { folder, editions = [] } of configured)
    for (const { name, globs } of editions) add(name, { foundBy: 'configuration', folder, globs });
  for (const { root, editions } of docsets)
    for (const { name, globs } of editions) add(name, { foundBy: 'docfx', folder: root, globs });
  for (const folder of [...folders.keys()].sort()) {
    const name = editionAround(asFilePath(`${folder}/`), folders);
    add(name, { foundBy: 'folders', folder, globs: [] });
  }
  return [...places].map(([name, found]) => ({ name, places: found })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

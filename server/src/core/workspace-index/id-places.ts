import type { FilePath } from './file-path.js';

/** The files with each ID, for tasks in tables and in text, and for entries of a catalogue. */
export class IdPlaces {
  readonly #withTask = new Map<string, Set<FilePath>>();
  readonly #withEntry = new Map<string, Set<FilePath>>();
  #revision = 0;

  get withTask(): ReadonlyMap<string, ReadonlySet<FilePath>> {
    return this.#withTask;
  }

  get withEntry(): ReadonlyMap<string, ReadonlySet<FilePath>> {
    return this.#withEntry;
  }

  /** Increases if an ID gets its first file or loses its last one. */
  get revision(): number {
    return this.#revision;
  }

  /** `isPresent`: whether the file has the task now. */
  putTask(id: string, path: FilePath, isPresent: boolean): void {
    this.#put(this.#withTask, id, path, isPresent);
  }

  /** `isPresent`: whether the file describes the task now. */
  putEntry(id: string, path: FilePath, isPresent: boolean): void {
    this.#put(this.#withEntry, id, path, isPresent);
  }

  #put(places: Map<string, Set<FilePath>>, id: string, path: FilePath, isPresent: boolean): void {
    const wasKnown = places.has(id);
    putInGroup(places, id, path, isPresent);
    if (places.has(id) !== wasKnown) this.#revision++;
  }
}

/** Adds the file to its group, or removes it. No group is empty. */
export function putInGroup(groups: Map<string, Set<FilePath>>, key: string, path: FilePath, isPresent: boolean): void {
  const known = groups.get(key);
  if (isPresent) {
    if (known === undefined) groups.set(key, new Set([path]));
    else known.add(path);
  } else {
    known?.delete(path);
    if (known?.size === 0) groups.delete(key);
  }
}

import { createHash } from 'node:crypto';
import { stampOf, targetStampOf } from '../../disk/file-stamp.js';
import { kindOfSync } from '../../disk/kind-of-sync.js';
import { leadsOutSync } from '../../disk/leads-out-sync.js';
import { listFolderSync } from '../../disk/list-folder-sync.js';
import type { FolderEntry } from '../../shared/files-below.js';

/**
 * What a run learned from the disk, as it can be asked again: `kind`: what is at the path, `stamp`: the file itself,
 * `target`: the file that a link leads to, `list`: the entries of a folder, `leadsOut`: where a path in a folder leads.
 */
export type Observation = readonly [what: ObservedFact, path: string, value: string | null];

export type ObservedFact = keyof typeof ASK;

export function isObservation(value: unknown): value is Observation {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [what, path, learned] = value as readonly unknown[];
  return isFact(what) && typeof path === 'string' && (learned === null || typeof learned === 'string');
}

/** Whether a run would learn the same from the disk now. Never throws. */
export function stillHold(observations: readonly Observation[]): boolean {
  try {
    return observations.every(([what, path, value]) => ASK[what](path) === value);
  } catch {
    // What can't be determined isn't known to be the same.
    return false;
  }
}

/** Ask the disk again. Throw a Node error if it has no answer. */
const ASK = {
  kind: (path: string) => kindOfSync(path) ?? null,
  stamp: stampOf,
  target: targetStampOf,
  list: (path: string) => digestOf(listFolderSync(path)),
  leadsOut: (path: string) => {
    const [folder = '', inside = ''] = path.split('\0');
    return String(leadsOutSync(inside, folder));
  },
} satisfies Readonly<Record<string, (path: string) => string | null | undefined>>;

function isFact(value: unknown): value is ObservedFact {
  return typeof value === 'string' && Object.hasOwn(ASK, value);
}

/** A path in a folder as one text. No path contains this character. */
export function pathIn(folder: string, path: string): string {
  return `${folder}\0${path}`;
}

/** The order is that of the disk, which a report can depend on. */
export function digestOf(entries: readonly FolderEntry[]): string {
  const hash = createHash('sha1');
  for (const { name, kind, isLink = false } of entries) hash.update(`${name}\0${kind}\0${isLink}\0`);
  return hash.digest('base64');
}

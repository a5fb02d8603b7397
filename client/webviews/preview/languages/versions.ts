import type { TaskVersions, VersionedTask } from '../protocol/messages';

/** How a page compares with the others. */
export interface VersionCounts {
  readonly tasks: number;
  /** The number of tasks that differ from the first page. */
  readonly differing: number;
  /** The number of tasks that only other pages have. */
  readonly missing: number;
}

/** One for each page. */
export function versionCounts({ pages, tasks }: TaskVersions): VersionCounts[] {
  return pages.map((_, page) => {
    const own = tasks.map(({ versions }) => versions[page] ?? null);
    const there = own.filter((version) => version !== null);
    return {
      tasks: there.length,
      differing: there.filter(({ differs }) => differs.length > 0).length,
      missing: own.length - there.length,
    };
  });
}

/** How a task differs between pages. */
interface TaskDifferences {
  /** The number of pages that don't have the task. */
  readonly missing: number;
  /** The number of pages on which its row is broken. */
  readonly broken: number;
  /** The number of cells that differ. */
  readonly differing: number;
}

export function taskDifferences({ versions }: VersionedTask): TaskDifferences {
  return {
    missing: versions.filter((version) => version === null).length,
    broken: versions.filter((version) => version?.isBroken).length,
    differing: versions.reduce((sum, version) => sum + (version?.differs.length ?? 0), 0),
  };
}

export function isDifferent(task: VersionedTask): boolean {
  const { missing, broken, differing } = taskDifferences(task);
  return missing + broken + differing > 0;
}

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

/** How many pages don't have the task, and how many cells differ. */
export function taskDifferences({ versions }: VersionedTask): { readonly missing: number; readonly differing: number } {
  const differing = versions.reduce((sum, version) => sum + (version?.differs.length ?? 0), 0);
  return { missing: versions.filter((version) => version === null).length, differing };
}

export function isDifferent(task: VersionedTask): boolean {
  const { missing, differing } = taskDifferences(task);
  return missing + differing > 0;
}

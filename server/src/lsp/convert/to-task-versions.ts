import { summaryFacts, taskVersions, type FilePath } from '../../core/index.js';
import type { TaskVersions } from '../../protocol/index.js';
import { ShownPaths } from '../../workspace/index.js';
import { clientUri } from './places.js';
import type { Session } from '../session/session.js';
import { toPage } from './to-preview.js';

/** The tasks of a page in all its languages; `null` if the page isn't in the index. */
export function versionsOf(session: Session, path: FilePath): TaskVersions | null {
  const { index } = session.workspace;
  const versions = taskVersions(index, path);
  if (versions === undefined) return null;
  const paths = new ShownPaths(index.roots);
  return {
    pages: versions.pages.map((page) => ({
      ...toPage(clientUri(session, page.path), paths.shown(page.path), summaryFacts(page), session.format),
      isOwn: page.path === path,
    })),
    tasks: versions.tasks.map((task) => ({
      id: task.id,
      versions: task.versions.map((version, at) => {
        if (version === undefined) return null;
        const { start, obligation, ...texts } = version;
        return { ...texts, obligation: obligation ?? null, line: versions.pages[at]?.lines.lineAt(start) ?? 0 };
      }),
    })),
  };
}

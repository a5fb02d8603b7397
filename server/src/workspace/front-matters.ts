import { readFrontMatter, type FilePath, type Playbook, type WorkspaceIndex } from '../core/index.js';
import { throwIfCancelled, type IsCancelled } from './cancelled.js';
import type { ConfigStore } from './config-store.js';
import { uriOf } from './file-uris.js';

/** The front matter of a page. Offsets refer to `text`. */
export interface PageFrontMatter extends Pick<Playbook, 'text' | 'lines' | 'frontMatter' | 'vocabulary'> {
  readonly path: FilePath;
}

interface Interruptions {
  /** Lets other work run between pages. */
  readonly pause: (() => Promise<void>) | undefined;
  readonly isCancelled: IsCancelled | undefined;
}

/** The number of pages between two pauses. */
const PAGES_AT_ONCE = 20;

/** The front matter of all playbooks in the index. Throws `Cancelled` if the request was canceled. */
export async function frontMattersIn(
  index: WorkspaceIndex,
  configs: ConfigStore,
  { pause, isCancelled }: Interruptions,
): Promise<PageFrontMatter[]> {
  const pages: PageFrontMatter[] = [];
  for (const [at, { path, text, lines, isPlaybook }] of [...index.pages.values()].entries()) {
    if (at % PAGES_AT_ONCE === 0) await pause?.();
    throwIfCancelled(isCancelled);
    const { config, path: relative } = await configs.configFor(uriOf(path));
    if (config.isIgnored(relative) || !(isPlaybook || config.isIncluded(relative))) continue;
    const { vocabulary } = config.configFor(relative);
    pages.push({ path, text, lines, frontMatter: readFrontMatter(text), vocabulary });
  }
  return pages;
}

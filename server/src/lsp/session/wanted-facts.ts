import type { TextFactsStore } from '../../workspace/index.js';
import type { SettingsStore } from './settings.js';

/** The store, as long as the settings allow to keep facts. If they don't, what was kept is removed. */
export function wantedFacts(
  store: TextFactsStore,
  settings: Pick<SettingsStore, 'ofWorkspace' | 'onDidChange'>,
): TextFactsStore {
  const isWanted = async (folders: readonly string[]): Promise<boolean> => {
    const { cache } = await settings.ofWorkspace();
    if (!cache) store.remove(folders);
    return cache;
  };
  let opened: readonly string[] | undefined;
  settings.onDidChange(() => {
    if (opened !== undefined) void isWanted(opened);
  });
  return {
    async open(folders) {
      opened = folders;
      return (await isWanted(folders)) ? store.open(folders) : undefined;
    },
    async replace(folders) {
      return (await isWanted(folders)) ? store.replace(folders) : undefined;
    },
    remove: (folders) => store.remove(folders),
    close: () => store.close(),
  };
}

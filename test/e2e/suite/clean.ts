import { commands, Uri, window, workspace } from 'vscode';

/** The files of the workspace at the start, by address. */
let files: ReadonlyMap<string, Uint8Array> | undefined;

/** Closes all editors, whose changes are lost, and restores the files: a test starts here, whatever the one before has done. */
export async function startClean(): Promise<void> {
  await closeEditors();
  if (files === undefined) files = await readFiles();
  else await restore(files);
}

async function closeEditors(): Promise<void> {
  const count = (): number => window.tabGroups.all.reduce((sum, { tabs }) => sum + tabs.length, 0);
  // A tab may take a second call: a panel that has the focus is closed after its group.
  for (let calls = 2 * count(); count() > 0; calls--) {
    if (calls < 0) throw new Error('The editors of the test before could not be closed');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Only what differs is written, so that the extension sees few events. */
async function restore(start: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const now = await readFiles();
  for (const address of now.keys()) if (!start.has(address)) await workspace.fs.delete(Uri.parse(address));
  for (const [address, bytes] of start)
    if (!isSame(now.get(address), bytes)) await workspace.fs.writeFile(Uri.parse(address), bytes);
}

async function readFiles(): Promise<Map<string, Uint8Array>> {
  const found = await workspace.findFiles('**/*');
  return new Map(
    await Promise.all(
      found.map(async (file) => [file.toString(), await workspace.fs.readFile(file)] as [string, Uint8Array]),
    ),
  );
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, index) => byte === b[index]);
}

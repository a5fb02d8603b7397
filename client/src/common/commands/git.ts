import { extensions, type Uri } from 'vscode';

/** What we use of the API of VS Code's own git extension. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: Uri): Repository | null };
}

interface Repository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
  show(ref: string, path: string): Promise<string>;
}

/** The name under which commits are made; `undefined` without git, as in a browser. */
export async function gitUserName(uri: Uri): Promise<string | undefined> {
  const repository = await repositoryOf(uri);
  const ofRepository = await quietly(async () => repository?.getConfig('user.name'));
  const name = ofRepository || (await quietly(async () => repository?.getGlobalConfig('user.name')));
  return name?.trim() || undefined;
}

/** The text of a file at the last commit; `undefined` for one that is not in it. */
export async function committedText(uri: Uri): Promise<string | undefined> {
  const repository = await repositoryOf(uri);
  return quietly(async () => repository?.show('HEAD', uri.fsPath));
}

async function repositoryOf(uri: Uri): Promise<Repository | undefined> {
  return quietly(async () => {
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return git?.enabled === true ? (git.getAPI(1).getRepository(uri) ?? undefined) : undefined;
  });
}

/** What git can not say is nothing to trouble an author with: they are asked instead. */
async function quietly<Result>(run: () => Promise<Result | undefined>): Promise<Result | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}

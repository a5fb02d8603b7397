import { extensions, type Uri } from 'vscode';
import { logFailure } from '../log';

/** The part of the API of VS Code's Git extension that we use. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: Uri): Repository | null };
}

interface Repository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
  show(ref: string, path: string): Promise<string>;
}

/** The user name for commits; `undefined` without Git, as in a browser. */
export async function gitUserName(uri: Uri): Promise<string | undefined> {
  const repository = await repositoryOf(uri);
  const ofRepository = await logged('Reading the Git user of the repository', async () =>
    repository?.getConfig('user.name'),
  );
  const name =
    ofRepository || (await logged('Reading the Git user', async () => repository?.getGlobalConfig('user.name')));
  return name?.trim() || undefined;
}

/** The text of a file at the last commit; `undefined` if the commit doesn't contain it. */
export async function committedText(uri: Uri): Promise<string | undefined> {
  const repository = await repositoryOf(uri);
  return logged('Reading the last commit', async () => repository?.show('HEAD', uri.fsPath));
}

async function repositoryOf(uri: Uri): Promise<Repository | undefined> {
  return logged('Finding the Git repository', async () => {
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return git?.enabled === true ? (git.getAPI(1).getRepository(uri) ?? undefined) : undefined;
  });
}

/** Errors from Git are logged but not shown. The author is asked instead. */
async function logged<Result>(action: string, run: () => Promise<Result | undefined>): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    logFailure(action, error);
    return undefined;
  }
}

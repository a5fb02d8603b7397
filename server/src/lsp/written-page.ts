import type { CancellationToken } from 'vscode-languageserver';
import { builtInVocabulary, Cancelled, type Playbook, type Vocabulary } from '../core/index.js';
import type { OpenPage } from '../workspace/index.js';
import type { Session } from './session.js';

/**
 * The page of an open document, as soon as it is read; `undefined` if checking is off. Throws `Cancelled` if the
 * request was canceled.
 */
export async function openPage(session: Session, uri: string, token: CancellationToken): Promise<OpenPage | undefined> {
  const { enable } = await session.settings.of(uri);
  if (!enable) return undefined;
  const page = await session.workspace.openPage(uri);
  if (token.isCancellationRequested) throw new Cancelled();
  return page;
}

/** The same for a playbook. */
export async function openPlaybook(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<Playbook | undefined> {
  const page = await openPage(session, uri, token);
  return page?.isOurs === true ? page.playbook : undefined;
}

/** The vocabulary at `uri`, whether or not the page exists; the built-in vocabulary without a URI. */
export async function vocabularyAt({ workspace }: Session, uri: string | undefined): Promise<Vocabulary> {
  if (uri === undefined) return builtInVocabulary;
  const { config, path } = await workspace.configOf(uri);
  return config.configFor(path).vocabulary;
}

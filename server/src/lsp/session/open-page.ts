import type { CancellationToken } from 'vscode-languageserver';
import { builtInVocabulary, type Playbook, type Vocabulary } from '../../core/index.js';
import type { AnyUri } from '../../workspace/index.js';
import type { Session } from './session.js';

/** An open page of which checking is on. */
export interface OpenPage {
  readonly playbook: Playbook;
  /** `false` for other Markdown, which may be about to become a playbook. */
  readonly isOurs: boolean;
}

/** The page of an open document; `undefined` if checking is off. Throws `Cancelled` if the request was canceled. */
export async function openPage(session: Session, uri: AnyUri, token: CancellationToken): Promise<OpenPage | undefined> {
  const snapshot = await session.snapshot(uri, token);
  if (snapshot?.isEnabled !== true || snapshot.playbook === undefined) return undefined;
  return { playbook: snapshot.playbook, isOurs: snapshot.kind === 'playbook' };
}

/** The same for a playbook. */
export async function openPlaybook(
  session: Session,
  uri: AnyUri,
  token: CancellationToken,
): Promise<Playbook | undefined> {
  const page = await openPage(session, uri, token);
  return page?.isOurs === true ? page.playbook : undefined;
}

/** The vocabulary at `uri`, whether or not the page exists; the built-in vocabulary without a URI. */
export async function vocabularyAt({ workspace }: Session, uri: AnyUri | undefined): Promise<Vocabulary> {
  if (uri === undefined) return builtInVocabulary;
  const { config, path } = await workspace.configOf(uri);
  return config.configFor(path).vocabulary;
}

import type { CancellationToken } from 'vscode-languageserver';
import { builtInVocabulary, type Playbook, type Vocabulary } from '../core/index.js';
import type { Session } from './session.js';

/** A page to offer something for. */
export interface OpenPage {
  readonly playbook: Playbook;
  /** `false`: other Markdown, perhaps a page that is about to become a playbook. */
  readonly isOurs: boolean;
}

/** The page of an open document; `undefined` where nothing is offered, because we are switched off. Throws `Cancelled` when the request was given up. */
export async function openPage(session: Session, uri: string, token: CancellationToken): Promise<OpenPage | undefined> {
  const snapshot = await session.snapshot(uri, token);
  if (snapshot?.isEnabled !== true || snapshot.playbook === undefined) return undefined;
  return { playbook: snapshot.playbook, isOurs: snapshot.kind === 'playbook' };
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

/** The words that hold at `uri`, whether or not there is a page; those that come with us where nobody says which place is meant. */
export async function vocabularyAt({ workspace }: Session, uri: string | undefined): Promise<Vocabulary> {
  if (uri === undefined) return builtInVocabulary;
  const { config, path } = await workspace.configOf(uri);
  return config.configFor(path).vocabulary;
}

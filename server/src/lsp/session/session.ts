import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Problem, RuleId } from '../../core/index.js';
import { playbookStateMethod, type PlaybookState } from '../../protocol/index.js';
import {
  Cancelled,
  emptyResult,
  tooManyProblems,
  type AnyUri,
  type CheckResult,
  type Snapshot,
  type Workspace,
} from '../../workspace/index.js';
import type { ClientFeatures } from './client-features.js';
import type { Documents } from './documents.js';
import type { Positions } from './positions.js';
import { textOf } from './run-safe.js';
import type { Settings, SettingsStore } from './settings.js';
import type { WorkspaceFolders } from './workspace-folders.js';
import type { Format } from '../../messages/formatting/index.js';

/** An open document as a request works with it. */
export interface DocumentSnapshot extends Snapshot {
  /** The URI in the client's spelling. */
  readonly clientUri: string;
  readonly version: number;
  /**
   * The setting `playbook.enable`. If it is off, nothing is reported, offered or changed. Navigation and renaming still
   * work.
   */
  readonly isEnabled: boolean;
}

/** The problems of an open document at a version. */
export interface DocumentDiagnostics {
  /** The URI in the client's spelling. */
  readonly uri: string;
  readonly version: number;
  readonly check: CheckResult;
  /** `false`: checking is off for this document. Nothing is shown or fixed. */
  readonly enabled: boolean;
  /** The problems to show: none if checking is off, and no more than the settings allow. */
  readonly problems: readonly Problem[];
  /** The same as long as `problems` is the same. */
  readonly resultId: string;
}

interface SessionParts {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly positions: Positions;
  readonly settings: SettingsStore;
  readonly folders: WorkspaceFolders;
  readonly format: Format;
  readonly linkTo: (ruleId: RuleId) => string | undefined;
}

/** A client session, from `initialize` on: what all handlers use. */
export class Session {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly positions: Positions;
  readonly settings: SettingsStore;
  readonly folders: WorkspaceFolders;
  /** Makes a sentence of a message in the client's language. */
  readonly format: Format;
  /** A link to the documentation of a problem, if the client can open one. */
  readonly linkTo: (ruleId: RuleId) => string | undefined;
  readonly #lastResults = new Map<string, DocumentDiagnostics & { readonly settingsKey: string }>();
  readonly #sentStates = new Map<string, string>();
  readonly #loggedFailures = new Set<string>();
  #resultCount = 0;

  constructor(parts: SessionParts) {
    this.connection = parts.connection;
    this.client = parts.client;
    this.workspace = parts.workspace;
    this.documents = parts.documents;
    this.positions = parts.positions;
    this.settings = parts.settings;
    this.folders = parts.folders;
    this.format = parts.format;
    this.linkTo = parts.linkTo;
  }

  /**
   * The current state of an open document, parsed but not checked. `undefined` if it isn't open. Throws `Cancelled` if
   * the request was canceled.
   */
  async snapshot(uri: AnyUri, token: CancellationToken): Promise<DocumentSnapshot | undefined> {
    const { enable } = await this.settings.of(uri);
    const snapshot = await this.workspace.snapshot(uri);
    if (token.isCancellationRequested) throw new Cancelled();
    const document = this.documents.get(uri);
    if (snapshot === undefined || document === undefined) return undefined;
    return { ...snapshot, clientUri: document.uri, version: document.version, isEnabled: enable };
  }

  /**
   * The problems of an open document; `undefined` if it isn't open or isn't supported. Throws `Cancelled` if the request
   * was canceled before the rules run.
   */
  async diagnosticsFor(uri: AnyUri, token?: CancellationToken): Promise<DocumentDiagnostics | undefined> {
    const settings = await this.settings.of(uri);
    const { enable, maxProblems } = settings;
    const faultyConfiguration = (await this.workspace.faultyConfigurationOf(uri)) ?? null;
    const check = await this.#check(uri, enable, token);
    const document = this.documents.get(uri);
    if (check === undefined || document === undefined) return undefined;
    const { uri: ownUri, version } = document;
    this.#sendState({
      uri: ownUri,
      isPlaybook: check.kind === 'playbook',
      isEnabled: enable,
      isIgnored: check.kind === 'ignored',
      faultyConfiguration,
    });
    this.#logFailures(ownUri, check);
    const settingsKey = `${enable} ${maxProblems}`;
    const last = this.#lastResults.get(ownUri);
    if (last?.check === check && last.version === version && last.settingsKey === settingsKey) return last;
    const problems = problemsToShow(check, settings);
    // Another file changed, but the problems of this document are the same.
    const isSame =
      last?.version === version &&
      last.settingsKey === settingsKey &&
      JSON.stringify(last.problems) === JSON.stringify(problems);
    const resultId = isSame ? last.resultId : String(++this.#resultCount);
    const result = { uri: ownUri, version, check, enabled: enable, problems, resultId, settingsKey };
    this.#lastResults.set(ownUri, result);
    return result;
  }

  closed(uri: string): void {
    this.documents.close(uri);
    this.settings.forget(uri);
    this.#lastResults.delete(uri);
    this.#sentStates.delete(uri);
  }

  /** If checking is off, the rules don't run. */
  async #check(uri: AnyUri, isEnabled: boolean, token?: CancellationToken): Promise<CheckResult | undefined> {
    if (isEnabled) return this.workspace.problemsOf(uri, () => token?.isCancellationRequested === true);
    const snapshot = await this.workspace.snapshot(uri);
    return snapshot && emptyResult(snapshot.kind, snapshot.text, snapshot.lines);
  }

  #sendState(state: PlaybookState): void {
    const written = JSON.stringify(state);
    if (!this.client.isOurs || this.#sentStates.get(state.uri) === written) return;
    this.#sentStates.set(state.uri, written);
    void this.connection.sendNotification(playbookStateMethod, state);
  }

  #logFailures(uri: string, { failures }: CheckResult): void {
    for (const { ruleId, error } of failures) {
      const key = `${ruleId} ${String(error)}`;
      if (this.#loggedFailures.has(key)) continue;
      this.#loggedFailures.add(key);
      this.connection.console.error(`The rule "${ruleId}" failed on ${uri}: ${textOf(error)}`);
    }
  }
}

/** None if checking is off, and no more than the settings allow. */
export function problemsToShow(
  check: Pick<CheckResult, 'problems' | 'lines'>,
  { enable, maxProblems }: Settings,
): readonly Problem[] {
  return enable ? capped(check, maxProblems) : [];
}

function capped({ problems, lines }: Pick<CheckResult, 'problems' | 'lines'>, limit: number): readonly Problem[] {
  if (problems.length <= limit) return problems;
  return [tooManyProblems(problems.length - limit, lines.lineSpan(0)), ...problems.slice(0, limit)];
}

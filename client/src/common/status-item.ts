import {
  DiagnosticSeverity,
  l10n,
  languages,
  LanguageStatusSeverity,
  Uri,
  window,
  type Command,
  type Disposable,
  type LanguageStatusItem,
} from 'vscode';
import type { ServerState } from '../../../server/src/protocol';
import { playbookSelector } from './client-options';
import { nameOf } from './documents';
import type { OpenPlaybooks } from './open-playbooks';
import type { ServerLifecycle } from './server-lifecycle';
import { statusOf, type Status } from './status';

/** Shows the state of the active playbook in the language status (`{}` in the status bar). */
export class StatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #server: ServerLifecycle;
  readonly #playbooks: OpenPlaybooks;
  #serverState: ServerState = { busy: false };
  #shown: Uri | undefined;
  readonly #subscriptions: Disposable[];

  constructor(item: LanguageStatusItem, server: ServerLifecycle, playbooks: OpenPlaybooks) {
    this.#item = item;
    this.#server = server;
    this.#playbooks = playbooks;
    item.name = 'Playbook';
    item.detail = 'Playbook';
    const show = (): void => this.#show();
    this.#subscriptions = [
      item,
      server.onDidChange(show),
      playbooks.onDidChange(show),
      window.onDidChangeActiveTextEditor(show),
      languages.onDidChangeDiagnostics(
        ({ uris }) => uris.some((uri) => uri.toString() === this.#shown?.toString()) && show(),
      ),
    ];
    show();
  }

  /** Handles a notification from the server. */
  setServerState(state: ServerState): void {
    this.#serverState = state;
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    this.#shown = activePlaybook() ?? this.#shown;
    const uri = this.#shown;
    const status = statusOf({
      server: this.#server.status,
      busy: this.#serverState.busy ? (this.#serverState.message ?? '') : undefined,
      page: uri && this.#playbooks.stateOf(uri),
      errors: uri ? countOf(uri, DiagnosticSeverity.Error) : 0,
      warnings: uri ? countOf(uri, DiagnosticSeverity.Warning) : 0,
    });
    this.#item.text = textOf(status);
    this.#item.severity = severityOf(status);
    this.#item.busy = status.kind === 'starting' || status.kind === 'busy' || status.kind === 'checking';
    this.#item.command = commandOf(status);
  }
}

/** Not the log, which is also an active text editor while it has the focus, although the playbook is still shown. */
function activePlaybook(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && languages.match(playbookSelector(), document) > 0 ? document.uri : undefined;
}

function countOf(uri: Uri, severity: DiagnosticSeverity): number {
  return languages
    .getDiagnostics(uri)
    .filter((problem) => problem.source === 'playbook' && problem.severity === severity).length;
}

function textOf(status: Status): string {
  switch (status.kind) {
    case 'starting':
      return l10n.t('Starting');
    case 'failed':
      return l10n.t('The server is not running');
    case 'busy':
      return status.doing || l10n.t('Working');
    case 'checking':
      return l10n.t('Checking');
    case 'not-a-playbook':
      return l10n.t('Not a playbook, not checked');
    case 'ignored':
      return l10n.t('Ignored by the configuration');
    case 'switched-off':
      return l10n.t('Checking is off');
    case 'faulty-configuration':
      return l10n.t(
        'Problems in {0}. Errors: {1}, warnings: {2}',
        nameOf(Uri.parse(status.uri)),
        status.errors,
        status.warnings,
      );
    case 'clean':
      return l10n.t('No errors, no warnings');
    case 'problems':
      return l10n.t('Errors: {0}, warnings: {1}', status.errors, status.warnings);
  }
}

function severityOf(status: Status): LanguageStatusSeverity {
  if (status.kind === 'failed' || status.kind === 'faulty-configuration') return LanguageStatusSeverity.Error;
  if (status.kind !== 'problems') return LanguageStatusSeverity.Information;
  return status.errors > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Warning;
}

function commandOf(status: Status): Command | undefined {
  if (status.kind === 'problems') return { command: 'workbench.actions.view.problems', title: l10n.t('Show Problems') };
  if (status.kind === 'switched-off')
    return { command: 'workbench.action.openSettings', title: l10n.t('Open Setting'), arguments: ['playbook.enable'] };
  if (status.kind === 'ignored') return { command: 'playbook.showConfiguration', title: l10n.t('Show Configuration') };
  if (status.kind === 'faulty-configuration')
    return { command: 'vscode.open', title: l10n.t('Open Configuration'), arguments: [Uri.parse(status.uri)] };
  return { command: 'playbook.showLog', title: l10n.t('Show Log') };
}

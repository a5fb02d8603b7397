import {
  DiagnosticSeverity,
  languages,
  LanguageStatusSeverity,
  Uri,
  window,
  workspace,
  type Command,
  type Disposable,
  type LanguageStatusItem,
} from 'vscode';
import type { ServerState } from '../../../server/src/protocol';
import { playbookSelector } from './client-options';
import { nameOf } from './documents';
import type { OpenPlaybooks } from './open-playbooks';
import type { ServerLifecycle } from './server-lifecycle';
import { statusOf, type Status, type StatusFacts } from './status';
import { StatusBar } from './status-bar';
import { defineTexts } from './texts';
import { sharedTexts } from './shared-texts';

const texts = defineTexts('status-item', {
  starting: { text: 'Starting', note: 'The server that checks pages is starting.' },
  notRunning: 'The server is not running',
  working: { text: 'Working', note: 'The server is busy, for example reading the workspace.' },
  checking: { text: 'Checking', note: 'The active page is being checked.' },
  notAPlaybook: 'Not a playbook, not checked',
  ignored: { text: 'Ignored by the configuration', note: 'About the active page.' },
  switchedOff: 'Checking is off',
  faultyConfiguration: {
    text: 'Problems in {file}. {errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}',
    note: '{file} is the name of a configuration file. The numbers are those of the active page.',
  },
  clean: 'No errors, no warnings',
  problems: '{errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}',
  openSetting: { text: 'Open Setting', note: 'A link that opens the setting playbook.enable.' },
  showConfiguration: {
    text: 'Show Configuration',
    note: 'A link that shows the configuration that applies to the page.',
  },
  openConfiguration: { text: 'Open Configuration', note: 'A link that opens the configuration file.' },
});

/**
 * Shows the state of the active playbook in the language status (`{}` in the status bar), and its problems next to it.
 */
export class StatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #bar = new StatusBar();
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
      this.#bar,
      server.onDidChange(show),
      playbooks.onDidChange(show),
      window.onDidChangeActiveTextEditor(show),
      workspace.onDidCloseTextDocument(show),
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
    const facts: StatusFacts = {
      server: this.#server.status,
      busy: this.#serverState.busy ? (this.#serverState.message ?? '') : undefined,
      page: uri && this.#playbooks.stateOf(uri),
      errors: uri ? countOf(uri, DiagnosticSeverity.Error) : 0,
      warnings: uri ? countOf(uri, DiagnosticSeverity.Warning) : 0,
    };
    const status = statusOf(facts);
    this.#item.text = textOf(status);
    this.#item.severity = severityOf(status);
    this.#item.busy = status.kind === 'starting' || status.kind === 'busy' || status.kind === 'checking';
    this.#item.command = commandOf(status);
    this.#showBar(facts);
  }

  /** What the server is doing changes all the time, and the counts of the page don't: they stay. */
  #showBar(facts: StatusFacts): void {
    const status = statusOf({ ...facts, busy: undefined });
    if (isPlaybookInSight() && facts.page?.isPlaybook === true) this.#bar.show(status, textOf(status));
    else this.#bar.hide();
  }
}

/** Panels, such as the task preview, and the log leave the playbook in sight. */
function isPlaybookInSight(): boolean {
  const document = window.activeTextEditor?.document;
  return document === undefined || document.uri.scheme === 'output' || activePlaybook() !== undefined;
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
      return texts.starting;
    case 'failed':
      return texts.notRunning;
    case 'busy':
      return status.doing || texts.working;
    case 'checking':
      return texts.checking;
    case 'not-a-playbook':
      return texts.notAPlaybook;
    case 'ignored':
      return texts.ignored;
    case 'switched-off':
      return texts.switchedOff;
    case 'faulty-configuration':
      return texts.faultyConfiguration({
        file: nameOf(Uri.parse(status.uri)),
        errors: status.errors,
        warnings: status.warnings,
      });
    case 'clean':
      return texts.clean;
    case 'problems':
      return texts.problems({ errors: status.errors, warnings: status.warnings });
  }
}

function severityOf(status: Status): LanguageStatusSeverity {
  if (status.kind === 'failed' || status.kind === 'faulty-configuration') return LanguageStatusSeverity.Error;
  if (status.kind !== 'problems') return LanguageStatusSeverity.Information;
  return status.errors > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Warning;
}

function commandOf(status: Status): Command | undefined {
  if (status.kind === 'problems')
    return { command: 'workbench.actions.view.problems', title: sharedTexts.showProblems };
  if (status.kind === 'switched-off')
    return { command: 'workbench.action.openSettings', title: texts.openSetting, arguments: ['playbook.enable'] };
  if (status.kind === 'ignored') return { command: 'playbook.showConfiguration', title: texts.showConfiguration };
  if (status.kind === 'faulty-configuration')
    return { command: 'vscode.open', title: texts.openConfiguration, arguments: [Uri.parse(status.uri)] };
  return { command: 'playbook.showLog', title: sharedTexts.showLog };
}

import {
  commands,
  EventEmitter,
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type TextDocumentContentProvider,
} from 'vscode';
import {
  configurationMethod,
  type ConfigurationParams,
  type ConfigurationResult,
  type ConfiguredRule,
  type ConfiguredWord,
} from '../../../../server/src/protocol';
import { messageOf } from '../report/message-of';
import type { ServerLifecycle } from '../server-lifecycle';

const SCHEME = 'playbook-configuration';
const SETTINGS = ['enable', 'maxProblems', 'workspaceProblems', 'author'] as const;

/** *Show Effective Configuration*: shows the configuration of a page in a read-only document. */
export function registerShowConfiguration(server: ServerLifecycle): Disposable[] {
  const pages = new ConfigurationPages(server);
  return [
    pages,
    workspace.registerTextDocumentContentProvider(SCHEME, pages),
    commands.registerCommand('playbook.showConfiguration', async (argument?: unknown) => {
      const file = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
      if (file === undefined) return;
      const uri = pages.uriFor(file);
      pages.refresh(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
    }),
  ];
}

class ConfigurationPages implements TextDocumentContentProvider, Disposable {
  readonly #server: ServerLifecycle;
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(server: ServerLifecycle) {
    this.#server = server;
  }

  /** The path contains the file name for the tab title; the query contains the URI of the file. */
  uriFor(file: Uri): Uri {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    return Uri.from({ scheme: SCHEME, path: `/${l10n.t('Configuration of {0}', name)}.md`, query: file.toString() });
  }

  /** Updates a document that is already open. */
  refresh(uri: Uri): void {
    this.#changed.fire(uri);
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    try {
      const result = await this.#server.request<ConfigurationResult>(configurationMethod, {
        uri: query,
      } satisfies ConfigurationParams);
      return pageFor(Uri.parse(query), result);
    } catch (error) {
      return l10n.t('The configuration could not be read: {0}', messageOf(error));
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function pageFor(file: Uri, { sources, path, page, rules, words }: ConfigurationResult): string {
  const files =
    sources.length === 0
      ? [l10n.t('No configuration file applies to this page.')]
      : sources.map((source, index) => `${index + 1}. ${nameOf(source)}`);
  return [
    `# ${l10n.t('Configuration of {0}', workspace.asRelativePath(file))}`,
    '',
    {
      ignored: l10n.t('This page is never checked.'),
      included: l10n.t('This page is always treated as a playbook.'),
      'as-it-is': l10n.t('This page is checked if it is a playbook.'),
    }[page],
    l10n.t('Globs in configuration files match it as {0}.', `\`${path}\``),
    '',
    `## ${l10n.t('Configuration files (later files take precedence)')}`,
    '',
    ...files,
    '',
    `## ${l10n.t('Editor settings')}`,
    '',
    ...table(
      [l10n.t('Setting'), l10n.t('Value'), l10n.t('Source')],
      SETTINGS.map((name) => settingRow(name, file)),
    ),
    '',
    `## ${l10n.t('Rules')}`,
    '',
    ...table([l10n.t('Rule'), l10n.t('Severity'), l10n.t('Options'), l10n.t('Source')], rules.map(ruleRow)),
    '',
    `## ${l10n.t('Your own words')}`,
    '',
    ...(words.length === 0
      ? [l10n.t('No configuration file defines words.')]
      : table([l10n.t('Key'), l10n.t('Name'), l10n.t('Value'), l10n.t('Source')], words.map(wordRow))),
    '',
  ].join('\n');
}

function settingRow(name: string, file: Uri): string[] {
  const configuration = workspace.getConfiguration('playbook', file);
  const found = configuration.inspect(name);
  const from =
    found?.workspaceFolderValue !== undefined
      ? l10n.t('folder settings')
      : found?.workspaceValue !== undefined
        ? l10n.t('workspace settings')
        : found?.globalValue !== undefined
          ? l10n.t('user settings')
          : l10n.t('default');
  return [`playbook.${name}`, code(configuration.get(name)), from];
}

function ruleRow({ id, severity, options, sources }: ConfiguredRule): string[] {
  return [
    id,
    severity,
    options === undefined ? '' : code(options),
    sources.length === 0 ? l10n.t('default') : sources.map(nameOf).join(', '),
  ];
}

function wordRow({ key, name, value, source }: ConfiguredWord): string[] {
  return [`\`${key}\``, name, code(value), nameOf(source)];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

function nameOf(uri: string): string {
  return `\`${workspace.asRelativePath(Uri.parse(uri))}\``;
}

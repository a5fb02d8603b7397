import {
  commands,
  EventEmitter,
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
  type ConfiguredRelease,
  type ConfiguredRule,
  type ConfiguredWord,
  type EditionPlace,
} from '../../../../server/src/protocol';
import { messageOf } from '../report/message-of';
import type { ServerLifecycle } from '../server-lifecycle';
import { defineTexts } from '../texts';

const texts = defineTexts('commands/show-configuration', {
  title: 'Configuration of {page}',
  failed: 'The configuration could not be read: {reason}',
  noFiles: 'No configuration file applies to this page.',
  ignored: 'This page is never checked.',
  included: 'This page is always treated as a playbook.',
  asItIs:
    'This page is checked if it is a playbook: if its front matter has ft.audience or ms.topic, or if it has a task table.',
  matchedAs: { text: 'Globs in configuration files match it as {path}.', note: '"it" is the page.' },
  files: { text: 'Configuration files (later files take precedence)', note: 'The heading of a list.' },
  settings: { text: 'Editor settings', note: 'The heading of a table.' },
  setting: { text: 'Setting', note: 'The title of a column: the name of a setting.' },
  value: { text: 'Value', note: 'The title of a column: the value of a setting, or what a word is set to.' },
  source: {
    text: 'Source',
    note: 'The title of a column: the settings or the configuration file that the value is from.',
  },
  rules: { text: 'Rules', note: 'The heading of a table.' },
  rulesAsOf: {
    text: 'Rules as of release {release}, set in {file}. {count, plural, =0 {No rule is newer.} one {# newer rule is off.} other {# newer rules are off.}}',
    note: 'Above the table of rules. "file" is the name of a configuration file.',
  },
  rule: { text: 'Rule', note: 'The title of a column: the ID of a rule.' },
  severity: { text: 'Severity', note: 'The title of a column: error, warning, info, hint or off.' },
  options: { text: 'Options', note: 'The title of a column: the options of a rule.' },
  editions: {
    text: 'Editions',
    note: 'The heading of a table: the same pages in other generations, such as an archive.',
  },
  edition: { text: 'Edition', note: 'The title of a column: the name of an edition of the pages.' },
  oneEdition: 'All pages of the workspace are in one edition.',
  ownEdition: {
    text: 'This page is in the edition {edition}. It is compared only with pages in the same edition.',
    note: '{edition}: the name of an edition, such as "live" or "archive".',
  },
  place: { text: 'Pages', note: 'The title of a column: the folder or the globs of the pages in an edition.' },
  byDocfx: { text: 'docfx.json', note: 'The source of a value, in a table: the name of a file.' },
  byConfiguration: { text: 'configuration file', note: 'The source of a value, in a table.' },
  byFolders: { text: 'folder structure', note: 'The source of a value, in a table.' },
  words: { text: 'Your own words', note: 'The heading of a table.' },
  noWords: 'No configuration file defines words.',
  key: { text: 'Key', note: 'The title of a column: the name of a property in a configuration file.' },
  name: { text: 'Name', note: 'The title of a column: the name of a word in a configuration file.' },
  folderSettings: { text: 'folder settings', note: 'The source of a value, in a table.' },
  workspaceSettings: { text: 'workspace settings', note: 'The source of a value, in a table.' },
  userSettings: { text: 'user settings', note: 'The source of a value, in a table.' },
  default: { text: 'default', note: 'The source of a value, in a table: no settings or configuration file sets it.' },
});

const SCHEME = 'playbook-configuration';
const SETTINGS = ['enable', 'maxProblems', 'workspaceProblems', 'author'] as const;

/** *Show Effective Configuration*: shows the configuration of a page, as readers of Markdown see it. */
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
      await commands.executeCommand('markdown.showPreview', uri);
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
    return Uri.from({ scheme: SCHEME, path: `/${texts.title({ page: name })}.md`, query: file.toString() });
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
      return texts.failed({ reason: messageOf(error) });
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function pageFor(file: Uri, result: ConfigurationResult): string {
  const { sources, path, page, rules, rulesAsOf, words } = result;
  const files =
    sources.length === 0 ? [texts.noFiles] : sources.map((source, index) => `${index + 1}. ${nameOf(source)}`);
  return [
    `# ${texts.title({ page: workspace.asRelativePath(file) })}`,
    '',
    {
      ignored: texts.ignored,
      included: texts.included,
      'as-it-is': texts.asItIs,
    }[page],
    texts.matchedAs({ path: `\`${path}\`` }),
    '',
    `## ${texts.files}`,
    '',
    ...files,
    '',
    `## ${texts.settings}`,
    '',
    ...table(
      [texts.setting, texts.value, texts.source],
      SETTINGS.map((name) => settingRow(name, file)),
    ),
    '',
    `## ${texts.rules}`,
    '',
    ...(rulesAsOf === undefined ? [] : [releaseLine(rulesAsOf), '']),
    ...table([texts.rule, texts.severity, texts.options, texts.source], rules.map(ruleRow)),
    '',
    `## ${texts.editions}`,
    '',
    ...editionLines(result),
    '',
    `## ${texts.words}`,
    '',
    ...(words.length === 0
      ? [texts.noWords]
      : table([texts.key, texts.name, texts.value, texts.source], words.map(wordRow))),
    '',
  ].join('\n');
}

function editionLines({ edition, editions }: ConfigurationResult): string[] {
  if (editions.length === 0) return [texts.oneEdition];
  return [
    texts.ownEdition({ edition: `**${edition}**` }),
    '',
    ...table([texts.edition, texts.place, texts.source], editions.map(editionRow)),
  ];
}

function editionRow({ name, folder, globs, foundBy }: EditionPlace): string[] {
  const inFolder = (glob: string): string => `\`${folder === '' ? '' : `${folder}/`}${glob}\``;
  return [
    name,
    globs.length === 0 ? inFolder('') : globs.map(inFolder).join(', '),
    { configuration: texts.byConfiguration, docfx: texts.byDocfx, folders: texts.byFolders }[foundBy],
  ];
}

function releaseLine({ release, source, newerRules }: ConfiguredRelease): string {
  return texts.rulesAsOf({ release, file: nameOf(source), count: newerRules });
}

function settingRow(name: string, file: Uri): string[] {
  const configuration = workspace.getConfiguration('playbook', file);
  const found = configuration.inspect(name);
  const from =
    found?.workspaceFolderValue !== undefined
      ? texts.folderSettings
      : found?.workspaceValue !== undefined
        ? texts.workspaceSettings
        : found?.globalValue !== undefined
          ? texts.userSettings
          : texts.default;
  return [`playbook.${name}`, code(configuration.get(name)), from];
}

function ruleRow({ id, severity, options, sources }: ConfiguredRule): string[] {
  return [
    id,
    severity,
    options === undefined ? '' : code(options),
    sources.length === 0 ? texts.default : sources.map(nameOf).join(', '),
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

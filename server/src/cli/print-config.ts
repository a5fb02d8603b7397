import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { JsonValue, SettingOrigin } from '../core/index.js';
import { defineMessages, type Message } from '../messages/index.js';
import type { Format } from '../messages/formatting/index.js';
import { editionsAround, effectiveConfiguration, type EffectiveConfiguration } from '../workspace/index.js';
import type { Checker } from './checker.js';
import { forShell } from './for-shell.js';
import { printColumns } from './print-columns.js';
import { printableLine } from './printable.js';
import { shownPath } from './shown-path.js';

const texts = defineMessages('cli/print-config', {
  ignored: 'This file is never checked: "ignore" in "{file}"',
  included: 'This file is always treated as a playbook: "playbooks" in "{file}"',
  asItIs: 'This file is checked if it is a playbook',
  edition: { text: 'Edition: {edition}', note: 'The generation of pages that a page belongs to, such as an archive.' },
  rulesAsOf:
    'Rules as of release {release}, set in "{file}". {count, plural, =0 {No rule is newer} one {# newer rule is off} other {# newer rules are off}}',
  noFiles: 'No configuration file applies to this file',
  files: { text: 'Configuration files (later files take precedence)', note: 'The heading of a list.' },
  changed: { text: 'Settings', note: 'The heading of a list of settings that the user made.' },
  unchanged: { text: 'Defaults', note: 'The heading of a list of settings that were not changed.' },
  default: { text: 'default', note: 'The source of a value, in a list: nothing sets it.' },
  override: {
    text: '{file}, override {number} ({globs})',
    note: 'The source of a value, in a list: the entry with this number of "overrides" in a configuration file.',
  },
  rulesAsOfSource: {
    text: '{file}, "rulesAsOf"',
    note: 'The source of a value, in a list: a key of a configuration file.',
  },
  commandLine: { text: 'command line', note: 'The source of a value, in a list.' },
  hasProblems: {
    text: '"{file}" has problems, so a part of it may not be used. To list them, run {command}',
    note: '"file" is a configuration file. "command" is a command for the terminal.',
  },
});

/** The configuration of a file, in both formats. */
export class PrintedConfig {
  readonly #path: string;
  readonly #cwd: string;
  readonly #config: EffectiveConfiguration;
  readonly #edition: string;
  readonly #faulty: readonly string[];
  readonly #configOption: string | undefined;

  private constructor(
    path: string,
    cwd: string,
    config: EffectiveConfiguration,
    edition: string,
    faulty: readonly string[],
    configOption: string | undefined,
  ) {
    this.#path = path;
    this.#cwd = cwd;
    this.#config = config;
    this.#edition = edition;
    this.#faulty = faulty;
    this.#configOption = configOption;
  }

  /** `configOption`: the value of `--config`. */
  static async of(
    path: string,
    cwd: string,
    checker: Checker,
    configOption: string | undefined,
  ): Promise<PrintedConfig> {
    const uri = pathToFileURL(resolve(cwd, path)).href;
    const config = await effectiveConfiguration(checker.workspace, uri);
    const { edition } = editionsAround(checker.workspace, uri);
    const faulty = config.sources.filter(
      (source) => (checker.workspace.configFindings.get(source)?.problems.length ?? 0) > 0,
    );
    return new PrintedConfig(shownPath(cwd, resolve(cwd, path)), cwd, config, edition, faulty, configOption);
  }

  /** About configuration files with mistakes. */
  get warnings(): Message[] {
    const option = this.#configOption === undefined ? '' : ` --config ${forShell(this.#configOption)}`;
    const command = `playbook-lint${option} ${forShell(this.#path)}`;
    return this.#faulty.map((file) => texts.hasProblems({ file: this.#name(file), command }));
  }

  text(format: Format): string {
    const { sources, rulesAsOf } = this.#config;
    const facts = [
      this.#pageFact(),
      texts.edition({ edition: this.#edition }),
      ...(rulesAsOf === undefined
        ? []
        : [
            texts.rulesAsOf({
              release: rulesAsOf.release,
              file: this.#name(rulesAsOf.source),
              count: rulesAsOf.newerRules,
            }),
          ]),
      ...(sources.length === 0 ? [texts.noFiles] : []),
    ].map((fact) => printableLine(format(fact)));
    const settings = this.#settings();
    return `${[
      [printableLine(this.#path), ...facts].join('\n'),
      ...block(
        texts.files,
        sources.map((source) => [this.#name(source)]),
        format,
      ),
      ...block(
        texts.changed,
        this.#rows(
          settings.filter(({ origin }) => origin !== undefined),
          format,
        ),
        format,
      ),
      ...block(
        texts.unchanged,
        this.#rows(
          settings.filter(({ origin }) => origin === undefined),
          format,
        ),
        format,
      ),
    ].join('\n\n')}\n`;
  }

  /** For programs. Keys can be added, but never removed. */
  json(): string {
    const { path, page, pageSource, sources, rulesAsOf, rules, words } = this.#config;
    const value = {
      path: this.#path,
      matchedAs: path,
      page: { value: page, source: pageSource === undefined ? DEFAULT : this.#pageSource(pageSource) },
      edition: this.#edition,
      configurationFiles: sources.map((source) => this.#name(source)),
      rulesAsOf:
        rulesAsOf === undefined
          ? null
          : {
              value: rulesAsOf.release,
              newerRules: rulesAsOf.newerRules,
              source: { kind: 'file', file: this.#name(rulesAsOf.source) },
            },
      rules: rules.map(({ id, severity, origin, options }) => ({
        id,
        severity: { value: severity, source: this.#source(origin) },
        options: Object.fromEntries(
          options.map((option) => [option.name, { value: option.value, source: this.#source(option.origin) }]),
        ),
      })),
      words: words.map(({ key, name, value: word, origin }) => ({
        key,
        name,
        value: word,
        source: this.#source(origin),
      })),
    };
    return `${JSON.stringify(value, null, 2)}\n`;
  }

  #pageFact(): Message {
    const { page, pageSource } = this.#config;
    const file = pageSource === undefined ? '' : this.#name(pageSource.uri);
    if (page === 'as-it-is') return texts.asItIs;
    return page === 'ignored' ? texts.ignored({ file }) : texts.included({ file });
  }

  #settings(): Setting[] {
    const { rules, words } = this.#config;
    return [
      ...rules.flatMap(({ id, severity, origin, options }): Setting[] => [
        { name: id, value: severity, origin },
        ...options.map((option) => ({ ...option, name: `${id}.${option.name}` })),
      ]),
      ...words.map(({ key, name, value, origin }) => ({ name: `${key}.${name}`, value, origin })),
    ];
  }

  #rows(settings: readonly Setting[], format: Format): string[][] {
    return settings.map(({ name, value, origin }) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
      this.#sourceText(origin, format),
    ]);
  }

  #sourceText(origin: SettingOrigin | undefined, format: Format): string {
    switch (origin?.kind) {
      case undefined:
        return format(texts.default);
      case 'file':
        return this.#name(origin.uri);
      case 'override': {
        const globs = origin.files.join(', ');
        return format(texts.override({ file: this.#name(origin.uri), number: origin.number, globs }));
      }
      case 'rules-as-of':
        return format(texts.rulesAsOfSource({ file: this.#name(origin.uri) }));
      case 'command-line':
        return format(texts.commandLine);
    }
  }

  #source(origin: SettingOrigin | undefined): PrintedSource {
    if (origin === undefined) return DEFAULT;
    if (origin.kind === 'command-line') return { kind: 'commandLine' };
    const file = this.#name(origin.uri);
    if (origin.kind === 'override') return { kind: 'override', file, override: origin.number, files: origin.files };
    return { kind: origin.kind === 'file' ? 'file' : 'rulesAsOf', file };
  }

  #pageSource({ uri }: NonNullable<EffectiveConfiguration['pageSource']>): PrintedSource {
    return { kind: 'file', file: this.#name(uri) };
  }

  #name(uri: string): string {
    return shownPath(this.#cwd, fileURLToPath(uri));
  }
}

interface Setting {
  readonly name: string;
  readonly value: JsonValue;
  readonly origin: SettingOrigin | undefined;
}

/** Where a value comes from, for programs. */
interface PrintedSource {
  readonly kind: 'default' | 'file' | 'override' | 'rulesAsOf' | 'commandLine';
  readonly file?: string;
  /** Starts at 1. */
  readonly override?: number;
  readonly files?: readonly string[];
}

const DEFAULT: PrintedSource = { kind: 'default' };

function block(title: Message, rows: readonly (readonly string[])[], format: Format): string[] {
  if (rows.length === 0) return [];
  const printed = printColumns(
    rows.map((row) => row.map(printableLine)),
    '  ',
  );
  return [`${format(title)}\n${printed}`];
}

import { defineMessages, type Message } from '../messages/index.js';
import {
  CONFIGURATION_PROBLEM,
  readConfig,
  type ConfigFile,
  type Problem,
  type Rule,
  type Span,
} from '../core/index.js';
import type { FileReader } from './host.js';
import { folderOf, normalizedUri, relativePath, resolvedUri } from './uris.js';

const texts = defineMessages('config-loader', {
  isOutside: '"{path}" is outside the workspace',
  isCircular: '"{path}" extends this file, so the files extend each other',
  tooManyFiles: 'This configuration extends too many files',
  isMissing: 'The file "{path}" doesn\'t exist',
  isUnread: { text: '"{path}" can\'t be used: {reason}', note: '"reason" is a text such as "permission denied".' },
});

/** A configuration file and all files that it extends. */
export interface LoadedConfig {
  /** In order of precedence: the file itself comes last. */
  readonly files: readonly ConfigFile[];
  /** URIs of `files`. */
  readonly sources: readonly string[];
  /** The mistakes by the URI of their file. Contains all files that were read. */
  readonly findings: ReadonlyMap<string, ConfigFindings>;
}

export interface ConfigFindings {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** More than any reasonable chain of `extends`. If two files each extend the next two, there would soon be millions. */
const MAX_FILES = 50;

/**
 * Reads the configuration file at `uri`, whose text is `text`, and all files that it extends. `boundary`: the folder
 * that they must be in.
 */
export async function loadConfig(
  uri: string,
  text: string,
  boundary: string | undefined,
  host: FileReader,
  rules: readonly Rule[],
): Promise<LoadedConfig> {
  const loader = new ConfigLoader(boundary, host, rules);
  await loader.load(uri, text, []);
  return loader.loaded();
}

class ConfigLoader {
  readonly #files: ConfigFile[] = [];
  readonly #sources: string[] = [];
  readonly #findings = new Map<string, { text: string; problems: Problem[] }>();
  readonly #boundary: string | undefined;
  readonly #host: FileReader;
  readonly #rules: readonly Rule[];
  #count = 0;

  constructor(boundary: string | undefined, host: FileReader, rules: readonly Rule[]) {
    this.#boundary = boundary;
    this.#host = host;
    this.#rules = rules;
  }

  loaded(): LoadedConfig {
    return { files: this.#files, sources: this.#sources, findings: this.#findings };
  }

  /** `chain`: the files that led here. */
  async load(uri: string, text: string, chain: readonly string[]): Promise<void> {
    const { file, problems } = readConfig(uri, text, this.#rules);
    const found = [...problems];
    if (!this.#findings.has(uri)) this.#findings.set(uri, { text, problems: found });
    for (const { value, span } of file.extends) {
      const mistake = await this.#loadTarget(value, uri, [...chain, uri]);
      if (mistake !== undefined) found.push(configProblem(mistake, span));
    }
    this.#files.push(file);
    this.#sources.push(uri);
  }

  /** What is wrong with the path; `undefined` if its file was read. */
  async #loadTarget(path: string, from: string, chain: readonly string[]): Promise<Message | undefined> {
    const folder = folderOf(from);
    const target = folder === undefined ? undefined : normalizedUri(resolvedUri(folder, path));
    if (target === undefined || (this.#boundary !== undefined && relativePath(this.#boundary, target) === undefined))
      return texts.isOutside({ path });
    if (chain.includes(target)) return texts.isCircular({ path });
    if (++this.#count > MAX_FILES) return texts.tooManyFiles;
    const text = await this.#host.readText(target);
    if (text === undefined) return texts.isMissing({ path });
    if (typeof text !== 'string') return texts.isUnread({ path, reason: text.unread });
    await this.load(target, text, chain);
    return undefined;
  }
}

export function configProblem(message: Message, span: Span): Problem {
  return { ruleId: CONFIGURATION_PROBLEM, message, severity: 'error', span, tags: [], related: [], fixes: [] };
}

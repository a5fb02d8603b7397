import {
  allRules,
  createLinter,
  fixAll,
  isPlaybook,
  LineMap,
  parsePlaybook,
  updatePlaybook,
  type EffectiveConfig,
  type FixResult,
  type Linter,
  type Playbook,
  type Problem,
  type Rule,
  type RuleFailure,
} from '../core/index.js';
import type { ConfigFindings } from './config-loader.js';
import { ConfigStore, isConfigFile, type FixedConfig } from './config-store.js';
import type { DecodedText } from './decode.js';
import { characterProblem, tooLarge, utf16 } from './file-problems.js';
import type { WorkspaceHost } from './host.js';
import { normalizedUri } from './uris.js';

export interface WorkspaceOptions {
  readonly host: WorkspaceHost;
  /** The day of today, `YYYY-MM-DD`, asked at each check. */
  readonly today: () => string;
  readonly rules?: readonly Rule[];
  /** The longest text that is checked, in UTF-16 code units. */
  readonly maxLength?: number;
}

/** The answer for one text. The same object as long as nothing it depends on has changed. */
export interface Check {
  /** `ignored`: the configuration says so. `foreign`: a Markdown file that is none of ours. Neither has problems. */
  readonly kind: 'playbook' | 'configuration' | 'foreign' | 'ignored';
  readonly text: string;
  readonly lines: LineMap;
  /** By position. */
  readonly problems: readonly Problem[];
  /** Rules that threw. The others still ran. */
  readonly failures: readonly RuleFailure[];
  /** The parsed page; only where it was checked by the rules. */
  readonly playbook?: Playbook;
}

/** How much of a text that is too large is looked at, to see whether it is one of ours. */
const SAMPLE_LENGTH = 100_000;
const MAX_LENGTH = 5_000_000;

interface OpenDocument {
  text: string;
  playbook: Playbook | undefined;
  last: { readonly check: Check; readonly config: EffectiveConfig | undefined; readonly today: string } | undefined;
}

/** The one stateful part: open documents, their last parse, and the configuration that holds for each. */
export class Workspace {
  readonly #configs: ConfigStore;
  readonly #linter: Linter;
  readonly #today: () => string;
  readonly #maxLength: number;
  readonly #documents = new Map<string, OpenDocument>();

  constructor({ host, today, rules = allRules, maxLength = MAX_LENGTH }: WorkspaceOptions) {
    this.#configs = new ConfigStore(host, rules);
    this.#linter = createLinter(rules);
    this.#today = today;
    this.#maxLength = maxLength;
  }

  setFolders(uris: readonly string[]): void {
    this.#configs.setFolders(uris);
  }

  /** Uses one configuration file for every page from now on. */
  useOnly(config: FixedConfig): void {
    this.#configs.useOnly(config);
  }

  open(uri: string, text: string): void {
    this.#documents.set(normalizedUri(uri), { text, playbook: undefined, last: undefined });
  }

  /** Takes the new text of an open document. What it means is worked out when somebody asks. */
  change(uri: string, text: string): void {
    const document = this.#documents.get(normalizedUri(uri));
    if (document !== undefined) document.text = text;
  }

  close(uri: string): void {
    this.#documents.delete(normalizedUri(uri));
  }

  /** Files came, went or changed. Says whether any configuration may be another one now. */
  filesChanged(uris: readonly string[]): boolean {
    if (!uris.some((uri) => this.#configs.dependsOn(uri))) return false;
    this.#configs.forget();
    for (const [uri, document] of this.#documents) if (isConfigFile(uri)) document.last = undefined;
    return true;
  }

  /** The configuration files that were read so far, by URI, with what is wrong in each. */
  get configFindings(): ReadonlyMap<string, ConfigFindings> {
    return this.#configs.findings;
  }

  /** The problems of an open document; `undefined` when it is not open. Throws `Cancelled` when asked to stop. */
  async problemsOf(uri: string, isCancelled?: () => boolean): Promise<Check | undefined> {
    const key = normalizedUri(uri);
    if (isConfigFile(key)) return this.#checkOpenConfig(key);
    const { config, path } = await this.#configs.configFor(key);
    // Only now: the text may have changed while the configuration was read.
    const document = this.#documents.get(key);
    if (document === undefined) return undefined;
    if (config.isIgnored(path)) return this.#remember(document, undefined, () => nothing('ignored', document.text));
    const effective = config.configFor(path);
    return this.#remember(document, effective, () => this.#checkOpen(key, document, effective, config.isIncluded(path), isCancelled));
  }

  /** The problems of a text that is not open. */
  async check(uri: string, { text, encoding }: DecodedText): Promise<Check> {
    const key = normalizedUri(uri);
    const { config, path } = await this.#configs.configFor(key);
    if (config.isIgnored(path)) return nothing('ignored', text);
    const effective = config.configFor(path);
    const isIncluded = config.isIncluded(path);
    const barred = this.#barred(key, text, effective, isIncluded);
    if (barred !== undefined) return barred;
    const playbook = parsePlaybook({ uri: key, text }, effective.vocabulary);
    if (!isIncluded && !isPlaybook(playbook)) return nothing('foreign', text);
    if (encoding === 'utf-16') return { ...nothing('playbook', text), problems: [utf16()] };
    return this.#lint(playbook, effective);
  }

  /** `text` with every safe fix made, as often as it takes. Unchanged when the page is none of ours. */
  async fix(uri: string, text: string, accept?: (problem: Problem) => boolean): Promise<FixResult> {
    const { kind, playbook } = this.#documents.get(normalizedUri(uri))?.text === text ? ((await this.problemsOf(uri)) ?? NO_CHECK) : await this.check(uri, { text, encoding: 'utf-8' });
    if (kind !== 'playbook' || playbook === undefined) return { text, fixed: 0, converged: true };
    const { config, path } = await this.#configs.configFor(playbook.uri);
    const { lint } = config.configFor(path);
    const today = this.#today();
    let current = playbook;
    const relint = (next: string): readonly Problem[] => {
      current = updatePlaybook(current, next);
      return this.#linter.lint({ playbook: current, config: lint, today }).problems;
    };
    return fixAll(text, relint, accept);
  }

  /** What the answer `check` would be if its page had `text`. `undefined` when the rules did not see the page. */
  async recheck({ playbook }: Check, text: string): Promise<Check | undefined> {
    if (playbook === undefined) return undefined;
    const { config, path } = await this.#configs.configFor(playbook.uri);
    return this.#lint(updatePlaybook(playbook, text), config.configFor(path));
  }

  async #checkOpenConfig(uri: string): Promise<Check | undefined> {
    const text = this.#documents.get(uri)?.text;
    if (text === undefined) return undefined;
    const known = this.#documents.get(uri)?.last?.check;
    if (known?.text === text) return known;
    const problems = await this.#configs.problemsIn(uri, text);
    const document = this.#documents.get(uri);
    if (document === undefined || document.text !== text) return this.#checkOpenConfig(uri);
    const check: Check = { ...nothing('configuration', text), problems };
    document.last = { check, config: undefined, today: '' };
    return check;
  }

  /** The last answer for the document, where it still holds. */
  #remember(document: OpenDocument, config: EffectiveConfig | undefined, compute: () => Check): Check {
    const today = this.#today();
    const { last } = document;
    if (last !== undefined && last.check.text === document.text && last.config === config && last.today === today) return last.check;
    const check = compute();
    document.last = { check, config, today };
    return check;
  }

  #checkOpen(uri: string, document: OpenDocument, config: EffectiveConfig, isIncluded: boolean, isCancelled?: () => boolean): Check {
    const { text, playbook: previous } = document;
    const barred = this.#barred(uri, text, config, isIncluded);
    if (barred !== undefined) return barred;
    const isCurrent = previous !== undefined && previous.vocabulary === config.vocabulary;
    const playbook = isCurrent ? updatePlaybook(previous, text) : parsePlaybook({ uri, text }, config.vocabulary);
    document.playbook = playbook;
    if (!isIncluded && !isPlaybook(playbook)) return nothing('foreign', text, playbook.lines);
    return this.#lint(playbook, config, isCancelled);
  }

  /** The answer for a text that the rules never see: too large, or no text. */
  #barred(uri: string, text: string, { vocabulary }: EffectiveConfig, isIncluded: boolean): Check | undefined {
    if (text.length > this.#maxLength) {
      const isOurs = isIncluded || isPlaybook(parsePlaybook({ uri, text: text.slice(0, SAMPLE_LENGTH) }, vocabulary));
      return isOurs ? { ...nothing('playbook', text, NO_LINES), problems: [tooLarge(this.#maxLength)] } : nothing('foreign', text, NO_LINES);
    }
    if (!text.includes('\0')) return undefined;
    return { ...nothing('playbook', text, LineMap.of(text)), problems: [characterProblem(text)].flatMap((problem) => problem ?? []) };
  }

  #lint(playbook: Playbook, { lint }: EffectiveConfig, isCancelled?: () => boolean): Check {
    const { text, lines } = playbook;
    const request = { playbook, config: lint, today: this.#today(), ...(isCancelled !== undefined && { isCancelled }) };
    const { problems, failures } = this.#linter.lint(request);
    const lost = characterProblem(text);
    return { kind: 'playbook', text, lines, playbook, failures, problems: lost === undefined ? problems : [lost, ...problems] };
  }
}

function nothing(kind: Check['kind'], text: string, lines: LineMap = LineMap.of(text)): Check {
  return { kind, text, lines, problems: [], failures: [] };
}

/** For a text that is too large to be looked at again and again: its one problem is at the start. */
const NO_LINES = LineMap.of('');
const NO_CHECK: Check = nothing('foreign', '');

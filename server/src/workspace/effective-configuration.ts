import {
  allRules,
  type JsonValue,
  type PageSource,
  type RelativePath,
  type RuleId,
  type SettingOrigin,
  type Severity,
  type SourcedWord,
} from '../core/index.js';
import { filePathOf } from './file-uris.js';
import { ShownPaths } from './shown-paths.js';
import type { AnyUri } from './uris.js';
import type { Workspace } from './workspace.js';

/** The configuration of a page, and the source of each setting. */
export interface EffectiveConfiguration {
  /** The URIs of the configuration files that apply; later files take precedence. */
  readonly sources: readonly string[];
  /** The path that globs are compared with. */
  readonly path: RelativePath;
  /** `ignored`: never checked. `included`: always treated as a playbook. */
  readonly page: 'ignored' | 'included' | 'as-it-is';
  /** The file that ignores or includes the page. */
  readonly pageSource: PageSource | undefined;
  readonly rules: readonly EffectiveRule[];
  readonly rulesAsOf: EffectiveRelease | undefined;
  /** The vocabulary settings of the configuration files; later files take precedence. */
  readonly words: readonly SourcedWord[];
}

export interface EffectiveRule {
  readonly id: RuleId;
  readonly severity: Severity | 'off';
  /** `undefined`: the default. */
  readonly origin: SettingOrigin | undefined;
  readonly options: readonly EffectiveOption[];
  /** The URIs of the files that configure the rule; empty for the default. */
  readonly sources: readonly string[];
}

export interface EffectiveOption {
  readonly name: string;
  readonly value: JsonValue;
  /** `undefined`: the default. */
  readonly origin: SettingOrigin | undefined;
}

/** The release whose rules are active. */
export interface EffectiveRelease {
  readonly release: string;
  /** The URI of the file that sets it. */
  readonly source: string;
  /** The number of rules that are off because they are newer. */
  readonly newerRules: number;
}

/** An edition of the workspace in one place. */
export interface EditionInPlace {
  readonly name: string;
  /** The displayed path of the folder; empty for the workspace folder itself. */
  readonly folder: string;
  /** Globs in the folder; empty for everything in it. */
  readonly globs: readonly string[];
  readonly foundBy: 'configuration' | 'docfx' | 'folders';
}

/** The configuration of the page at `uri`, whether or not it exists. */
export async function effectiveConfiguration(workspace: Workspace, uri: AnyUri): Promise<EffectiveConfiguration> {
  const { config, path } = await workspace.configOf(uri);
  const { lint, newerRules } = config.configFor(path);
  const rules = allRules.map(({ meta: { id, recommended, options } }): EffectiveRule => {
    const setting = lint.rules.get(id) ?? { severity: recommended, options: options.defaults };
    const origins = config.originsOf(id, path);
    return {
      id,
      severity: setting.severity,
      origin: origins.severity,
      options: Object.entries(setting.options ?? {}).map(([name, value]: [string, JsonValue]) => ({
        name,
        value,
        origin: origins.options.get(name),
      })),
      sources: config.sourcesOf(id, path),
    };
  });
  return {
    sources: config.sources,
    path,
    page: config.isIgnored(path) ? 'ignored' : config.isIncluded(path) ? 'included' : 'as-it-is',
    pageSource: config.pageSourceOf(path),
    rules,
    rulesAsOf: config.rulesAsOf && { ...config.rulesAsOf, newerRules: newerRules.length },
    words: config.wordsFor(path),
  };
}

/** The edition of the page at `uri`, and all editions of a workspace that was read. */
export function editionsAround(
  { index }: Workspace,
  uri: AnyUri,
): { readonly edition: string; readonly editions: readonly EditionInPlace[] } {
  const { editions, roots } = index;
  const paths = new ShownPaths(roots);
  return {
    edition: editions.of(filePathOf(uri)),
    editions: editions.all.flatMap(({ name, places }) =>
      places.map(({ folder, globs, foundBy }): EditionInPlace => {
        const shown = roots.includes(folder) && roots.length === 1 ? '' : paths.shown(folder);
        return { name, folder: shown, globs, foundBy };
      }),
    ),
  };
}

import type { CancellationToken } from 'vscode-languageserver';
import { allRules } from '../../core/index.js';
import {
  configurationMethod,
  type ConfigurationParams,
  type ConfigurationResult,
  type ConfiguredRule,
  type EditionPlace,
} from '../../protocol/index.js';
import { filePathOf, ShownPaths, type AnyUri } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { workspaceIndexed } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';

/** Returns the configuration of a page, and the source of each setting. */
export const showConfiguration: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection, workspace } = session;
  const none: ConfigurationResult = { sources: [], path: '', page: 'as-it-is', rules: [], words: [], edition: '', editions: [] };
  connection.onRequest(configurationMethod, ({ uri }: ConfigurationParams, token) =>
    runSafe<ConfigurationResult>('configuration', session, token, none, async () => {
      const { config, path } = await workspace.configOf(uri);
      const { lint, newerRules } = config.configFor(path);
      const settings = lint.rules;
      const rules = allRules.map(({ meta: { id, recommended, options } }): ConfiguredRule => {
        const setting = settings.get(id) ?? { severity: recommended, options: options.defaults };
        const hasOptions = Object.keys(setting.options ?? {}).length > 0;
        return {
          id,
          severity: setting.severity,
          ...(hasOptions && { options: setting.options }),
          sources: config.sourcesOf(id, path),
        };
      });
      return {
        sources: config.sources,
        path,
        page: config.isIgnored(path) ? 'ignored' : config.isIncluded(path) ? 'included' : 'as-it-is',
        rules,
        ...(config.rulesAsOf && { rulesAsOf: { ...config.rulesAsOf, newerRules: newerRules.length } }),
        words: config.wordsFor(path),
        ...(await editionsAround(uri, session, token)),
      };
    }),
  );
}

async function editionsAround(
  uri: AnyUri,
  session: Session,
  token: CancellationToken,
): Promise<Pick<ConfigurationResult, 'edition' | 'editions'>> {
  await workspaceIndexed(session, token);
  const { editions, roots } = session.workspace.index;
  const paths = new ShownPaths(roots);
  return {
    edition: editions.of(filePathOf(uri)),
    editions: editions.all.flatMap(({ name, places }) =>
      places.map(({ folder, globs, foundBy }): EditionPlace => {
        const shown = roots.includes(folder) && roots.length === 1 ? '' : paths.shown(folder);
        return { name, folder: shown, globs, foundBy };
      }),
    ),
  };
}

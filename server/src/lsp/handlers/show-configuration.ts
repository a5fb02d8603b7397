import {
  configurationMethod,
  type ConfigurationParams,
  type ConfigurationResult,
  type ConfiguredRule,
} from '../../protocol/index.js';
import { editionsAround, effectiveConfiguration, type EffectiveRule } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { workspaceIndexed } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';

/** Returns the configuration of a page, and the source of each setting. */
export const showConfiguration: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection, workspace } = session;
  const none: ConfigurationResult = {
    sources: [],
    path: '',
    page: 'as-it-is',
    rules: [],
    words: [],
    edition: '',
    editions: [],
  };
  connection.onRequest(configurationMethod, ({ uri }: ConfigurationParams, token) =>
    runSafe<ConfigurationResult>('configuration', session, token, none, async () => {
      const { sources, path, page, rules, rulesAsOf, words } = await effectiveConfiguration(workspace, uri);
      await workspaceIndexed(session, token);
      return {
        sources,
        path,
        page,
        rules: rules.map(toConfiguredRule),
        ...(rulesAsOf && { rulesAsOf }),
        words: words.map(({ key, name, value, source }) => ({ key, name, value, source })),
        ...editionsAround(workspace, uri),
      };
    }),
  );
}

function toConfiguredRule({ id, severity, options, sources }: EffectiveRule): ConfiguredRule {
  const values = Object.fromEntries(options.map(({ name, value }) => [name, value]));
  return { id, severity, ...(options.length > 0 && { options: values }), sources };
}

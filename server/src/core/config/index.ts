/** Configuration files: text becomes settings and problems. */
export { CONFIG_FILE_NAMES, type ConfigFile, type ConfigReading } from './config-file.js';
export { CONFIGURATION_PROBLEM } from './config-reporter.js';
export { readConfig } from './read-config.js';
export {
  resolveConfig,
  type EffectiveConfig,
  type PageSource,
  type ResolvedConfig,
  type RuleSeverities,
  type SettingOrigin,
  type SourcedWord,
} from './resolved-config.js';
export { changedConfig, type ConfigChange } from './change-config.js';
export { newestRelease } from './rules-as-of.js';
export { configSchema } from './schema.js';
export { globMatcher, globMistake } from './globs.js';

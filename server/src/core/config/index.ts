/** Configuration files: text becomes settings and problems. */
export { CONFIG_FILE_NAMES, type ConfigFile, type ConfigReading } from './config-file.js';
export { CONFIGURATION_PROBLEM } from './config-reporter.js';
export { readConfig } from './read-config.js';
export { DEFAULT_CONFIG, resolveConfig, type EffectiveConfig, type ResolvedConfig } from './resolved-config.js';
export { changedConfig, type ConfigChange } from './change-config.js';
export { configSchema } from './schema.js';
export { globMatcher, globMistake } from './globs.js';

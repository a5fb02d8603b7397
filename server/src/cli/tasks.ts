import { resolve } from 'node:path';
import { VERSION } from '../workspace/index.js';
import { requireFile, requireFolder } from './argument-kind.js';
import { clearedCache } from './cache/cache-options.js';
import { Checker } from './checker.js';
import type { CliEnvironment } from './cli-environment.js';
import { useConfigFile } from './config-option.js';
import { explanationOf } from './explain.js';
import type { ExitCode } from './formats/report.js';
import { helpText } from './help.js';
import { init } from './init.js';
import { ruleListJson, ruleListText } from './list-rules.js';
import type { CliOptions } from './options.js';
import { PrintedConfig } from './print-config.js';
import { serveMcp } from './serve-mcp.js';
import { tell } from './tell.js';
import { isInside, workspaceRoots } from './workspace-roots.js';

/** Does what the options request instead of a check or a report. Returns `undefined` if they request nothing. */
export async function runTask(options: CliOptions, environment: CliEnvironment): Promise<ExitCode | undefined> {
  const { stdout, format } = environment;
  if (options.help) await stdout.write(helpText(format));
  else if (options.version) await stdout.write(`${VERSION}\n`);
  else if (options.listRules)
    await stdout.write(options.format === 'json' ? ruleListJson(environment.docs) : ruleListText(format));
  else if (options.explain !== undefined) await stdout.write(explanationOf(options.explain, environment));
  else if (options.printConfig !== undefined) await printConfig(options.printConfig, options, environment);
  else if (options.mcp) await serveMcp(options.patterns, environment);
  else if (options.clearCache) await stdout.write(`${format(clearedCache(options, environment))}\n`);
  else if (options.init) return initFolder(options, environment);
  else return undefined;
  return 0;
}

async function printConfig(path: string, options: CliOptions, environment: CliEnvironment): Promise<void> {
  const { cwd, host, stdout, format } = environment;
  const file = resolve(cwd, path);
  await requireFile(path, environment);
  const folder = resolve(file, '..');
  const checker = new Checker({
    environment,
    options,
    folders: isInside(cwd, folder) ? [cwd] : [cwd, folder],
    roots: await workspaceRoots({ folders: [folder], searched: [] }, cwd, host),
  });
  if (options.config !== undefined) await useConfigFile(checker, options.config, environment);
  await checker.readWorkspace();
  const printed = await PrintedConfig.of(path, cwd, checker, options.config);
  await stdout.write(options.format === 'json' ? printed.json() : printed.text(format));
  await tell(printed.warnings, environment);
}

async function initFolder(options: CliOptions, environment: CliEnvironment): Promise<ExitCode> {
  const [pattern = '.'] = options.patterns;
  const folder = resolve(environment.cwd, pattern);
  await requireFolder(pattern, environment);
  const checker = new Checker({ environment, options, folders: [folder], roots: [folder] });
  await checker.readWorkspace();
  await tell(checker.indexFailures, environment);
  await init(folder, checker, environment);
  return checker.indexFailures.length === 0 ? 0 : 2;
}

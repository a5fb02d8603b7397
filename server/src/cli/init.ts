import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allRules, CONFIG_FILE_NAMES, newestRelease, type Severity, type WordList } from '../core/index.js';
import { defineMessages, listed, type Message } from '../messages/index.js';
import { editionsAround } from '../workspace/index.js';
import { argumentKind } from './argument-kind.js';
import type { Checker } from './checker.js';
import type { CliEnvironment } from './cli-environment.js';
import { unwritable } from './file-texts.js';
import { forShell } from './for-shell.js';
import { initialConfig, type Detected } from './initial-config.js';
import { printable } from './printable.js';
import { RunRefusal } from './refusals.js';
import { shownPath } from './shown-path.js';
import { surveyOf, type Counts, type Survey } from './survey.js';

const texts = defineMessages('cli/init', {
  exists: '"{path}" already exists. Edit it, or delete it and run again',
  noPlaybook: 'No playbook in "{folder}". Name the folder with your playbooks: {example}',
  noneReadable: 'No playbook that can be read in "{folder}"',
  wrote: 'Wrote "{path}"',
  pages: '{count, plural, one {# playbook} other {# playbooks}} in {folders}',
  counted: { text: '{name} ({count, number})', note: 'In a list: how many pages are in a folder or in a language.' },
  moreFolders: {
    text: '{count, plural, one {# other folder} other {# other folders}}',
    note: 'The end of a list of folders.',
  },
  languages: { text: 'Languages: {languages}', note: 'The languages of the pages, with the number of pages in each.' },
  editions: { text: 'Editions: {editions}', note: 'Generations of the same pages, such as an archive.' },
  edition: { text: '{name} ({folder})', note: 'In a list of editions: its name and its folder.' },
  unknown: {
    text: 'Names that are in no list: {names}',
    note: '"names" is a list such as "3 roles, 1 service".',
  },
  roles: { text: '{count, plural, one {# role} other {# roles}}', note: 'In a list of unknown names.' },
  services: { text: '{count, plural, one {# service} other {# services}}', note: 'In a list of unknown names.' },
  phases: { text: '{count, plural, one {# phase} other {# phases}}', note: 'In a list of unknown names.' },
  motions: { text: '{count, plural, one {# motion} other {# motions}}', note: 'In a list of unknown names.' },
  keys: {
    text: '{count, plural, one {# front matter key} other {# front matter keys}}',
    note: 'In a list of unknown names.',
  },
  aliases: { text: '{count, plural, one {# mail alias} other {# mail aliases}}', note: 'In a list of unknown names.' },
  problems: { text: 'Problems: {problems}', note: '"problems" is a list such as "2 errors, 1 warning".' },
  noProblems: 'No problems',
  errors: { text: '{count, plural, one {# error} other {# errors}}', note: 'In a list of problems.' },
  warnings: { text: '{count, plural, one {# warning} other {# warnings}}', note: 'In a list of problems.' },
  infos: { text: '{count, plural, other {# info}}', note: 'In a list of problems: of the severity "info".' },
  hints: { text: '{count, plural, one {# hint} other {# hints}}', note: 'In a list of problems.' },
  pinned: 'The file sets "rulesAsOf" to {release}, because a pipeline or a hook was found: {file}',
  notPinned: 'The file doesn\'t set "rulesAsOf", because no pipeline or hook was found',
  next: { text: 'Next steps', note: 'The heading of a list of commands.' },
  nextRead: 'Read "{path}", and add the names that are correct',
  nextCheck: { text: 'List the problems: {command}', note: '"command" is a command for the terminal.' },
  nextFix: { text: 'Fix what is safe to fix: {command}', note: '"command" is a command for the terminal.' },
  nextBaseline: {
    text: "Record the problems that you don't fix now: {command}",
    note: '"command" is a command for the terminal.',
  },
  nextPipeline: { text: 'In the pipeline, report only new problems: {command}', note: '"command" is a command.' },
});

const FILE_NAME = CONFIG_FILE_NAMES[1];
const BASELINE = 'playbook-lint-baseline.json';

/** Files and folders that run a check automatically. */
const AUTOMATION = [
  '.github/workflows',
  '.gitlab-ci.yml',
  'azure-pipelines.yml',
  '.azure-pipelines',
  'Jenkinsfile',
  '.pre-commit-config.yaml',
  '.husky',
] as const;

/** Writes a configuration file for `folder`, whose pages `checker` has read, and says what to do next. */
export async function init(folder: string, checker: Checker, environment: CliEnvironment): Promise<void> {
  const { cwd, host, stdout, format } = environment;
  const file = resolve(folder, FILE_NAME);
  const shownFolder = shownPath(cwd, folder);
  const hasPlaybook = [...checker.workspace.index.pages.values()].some(({ isPlaybook }) => isPlaybook);
  if (checker.indexFailures.length > 0 && !hasPlaybook)
    throw new RunRefusal(texts.noneReadable({ folder: shownFolder }));
  await refuseExisting(folder, environment);
  const survey = await surveyOf(checker, folder, (uri) => relative(folder, fileURLToPath(uri)).split(sep).join('/'));
  if (survey.pages === 0)
    throw new RunRefusal(texts.noPlaybook({ folder: shownFolder, example: 'playbook-lint --init docs' }));
  const detected: Detected = {
    survey,
    release: newestRelease(allRules),
    automation: await automationIn([cwd, folder], environment),
    editions: editionsAround(checker.workspace, '').editions,
  };
  try {
    await host.write(file, new TextEncoder().encode(initialConfig(detected, environment)));
  } catch (error) {
    throw new RunRefusal(unwritable(shownPath(cwd, file), error));
  }
  const lines = [...foundLines(detected), texts.wrote({ path: shownPath(cwd, file) })].map(format);
  const steps = nextSteps(shownPath(cwd, file), shownFolder, survey).map(
    (step, index) => `  ${index + 1}. ${format(step)}`,
  );
  await stdout.write(printable(`${[...lines, '', format(texts.next), ...steps].join('\n')}\n`));
}

async function refuseExisting(folder: string, environment: CliEnvironment): Promise<void> {
  for (const name of CONFIG_FILE_NAMES) {
    const path = shownPath(environment.cwd, resolve(folder, name));
    if ((await argumentKind(path, environment)) !== undefined) throw new RunRefusal(texts.exists({ path }));
  }
}

async function automationIn(folders: readonly string[], { host }: CliEnvironment): Promise<string | undefined> {
  for (const folder of folders)
    for (const name of AUTOMATION)
      if ((await host.kindOf(resolve(folder, ...name.split('/'))).catch(() => undefined)) !== undefined) return name;
  return undefined;
}

function foundLines({ survey, editions, automation, release }: Detected): Message[] {
  const { pages, folders, languages, unknownWords, problems } = survey;
  const unknown = [...unknownWords].map(([list, words]) => UNKNOWN[list]({ count: words.length }));
  const places = editions.map(({ name, folder }) => texts.edition({ name, folder: folder || '.' }));
  return [
    texts.pages({ count: pages, folders: listed(shownFolders(folders)) }),
    texts.languages({
      languages: listed(languages.map(([language, count]) => texts.counted({ name: { language }, count }))),
    }),
    ...(places.length === 0 ? [] : [texts.editions({ editions: listed(places) })]),
    ...(unknown.length === 0 ? [] : [texts.unknown({ names: listed(unknown) })]),
    problems.length === 0
      ? texts.noProblems
      : texts.problems({
          problems: listed(SEVERITIES.flatMap((severity) => severityCount(severity, problems))),
        }),
    automation === undefined ? texts.notPinned : texts.pinned({ release, file: automation }),
  ];
}

const MAX_FOLDERS = 5;

function shownFolders(folders: Counts<string>): Message[] {
  const rest = folders.length - MAX_FOLDERS;
  return [
    ...folders.slice(0, MAX_FOLDERS).map(([name, count]) => texts.counted({ name, count })),
    ...(rest > 0 ? [texts.moreFolders({ count: rest })] : []),
  ];
}

const UNKNOWN: Readonly<Record<WordList, typeof texts.roles>> = {
  roles: texts.roles,
  services: texts.services,
  phases: texts.phases,
  motions: texts.motions,
  optional: texts.keys,
  knownAliases: texts.aliases,
};

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

const SEVERITY_COUNTS: Readonly<Record<Severity, typeof texts.errors>> = {
  error: texts.errors,
  warning: texts.warnings,
  info: texts.infos,
  hint: texts.hints,
};

function severityCount(severity: Severity, problems: Counts<Severity>): Message[] {
  const count = problems.find(([one]) => one === severity)?.[1];
  return count === undefined ? [] : [SEVERITY_COUNTS[severity]({ count })];
}

function nextSteps(file: string, folder: string, { problems, unknownWords }: Survey): Message[] {
  const command = (options: string): string => `playbook-lint${options} ${forShell(folder)}`;
  return [
    ...(unknownWords.size > 0 ? [texts.nextRead({ path: file })] : []),
    texts.nextCheck({ command: command('') }),
    ...(problems.length > 0
      ? [
          texts.nextFix({ command: command(' --fix') }),
          texts.nextBaseline({ command: command(` --baseline ${BASELINE} --write-baseline`) }),
          texts.nextPipeline({ command: command(` --baseline ${BASELINE}`) }),
        ]
      : []),
  ];
}

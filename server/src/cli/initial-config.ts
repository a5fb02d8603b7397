import type { WordList } from '../core/index.js';
import { defineMessages, type Message } from '../messages/index.js';
import type { editionsAround } from '../workspace/index.js';
import type { CliEnvironment } from './cli-environment.js';
import { printableLine } from './printable.js';
import type { Survey } from './survey.js';
import { wrapText, WIDTH } from './wrap-text.js';

const texts = defineMessages('cli/initial-config', {
  about: 'The settings of playbook-lint and of the Playbook extension. About all keys:',
  rulesAsOf: 'Rules of later releases are off until you raise this, so an update never breaks a build',
  rulesAsOfLater:
    'With this line, rules of later releases are off, so an update never breaks a build. Add it when you check the pages automatically',
  rules: 'The severity of rules: off, hint, info, warning or error. To list all rules, run {command}',
  vocabulary: 'The most frequent names on the pages that are in no list. Add those that are correct',
  frontMatter: 'The most frequent front matter keys that are in no list. Add those that are correct',
  ignore: 'Files that are never checked',
  editions: 'Generations of the same pages, as they were detected. Add this only to change them',
});

/** What `--init` knows about a repository. */
export interface Detected {
  readonly survey: Survey;
  /** The newest release. */
  readonly release: string;
  /** A file that runs checks automatically. */
  readonly automation: string | undefined;
  readonly editions: ReturnType<typeof editionsAround>['editions'];
}

/** A short configuration with comments, in which everything that is only proposed is a comment. */
export function initialConfig(
  { survey, release, automation, editions }: Detected,
  { format, docs }: Pick<CliEnvironment, 'format' | 'docs'>,
): string {
  const comment = (message: Message, indent = '  '): string[] =>
    wrapText(format(message), WIDTH - indent.length - 3).map((line) => `${indent}// ${line}`);
  const pin = `"rulesAsOf": ${JSON.stringify(release)},`;
  const sections = [
    automation === undefined
      ? [...comment(texts.rulesAsOfLater), `  // ${pin}`]
      : [...comment(texts.rulesAsOf), `  ${pin}`],
    [...comment(texts.rules({ command: 'playbook-lint --list-rules' })), '  "rules": {},'],
    wordSection('vocabulary', VOCABULARY, comment(texts.vocabulary), survey),
    wordSection('frontMatter', FRONT_MATTER, comment(texts.frontMatter), survey),
    editions.every(({ name }) => name === LIVE)
      ? []
      : [...comment(texts.editions), `  // "editions": ${editionsValue(editions)},`],
    [...comment(texts.ignore), '  "ignore": []'],
  ];
  const body = sections.filter((lines) => lines.length > 0).map((lines) => lines.map(printableLine).join('\n'));
  return `${comment(texts.about, '').join('\n')}\n// ${aboutKeys(docs)}\n{\n${body.join('\n\n')}\n}\n`;
}

/** The file is shared, so it doesn't say where the pages are on this computer. */
function aboutKeys(docs: string): string {
  return `${docs.startsWith('file:') ? 'fasttrack-playbook/docs/' : docs}configuration.md`;
}

const VOCABULARY: readonly WordList[] = ['roles', 'services', 'phases', 'motions'];
const FRONT_MATTER: readonly WordList[] = ['optional'];

/** How many words of a list are proposed. */
const MAX_WORDS = 10;

function wordSection(
  key: string,
  lists: readonly WordList[],
  comment: readonly string[],
  { unknownWords }: Survey,
): string[] {
  const lines = lists.flatMap((list) => {
    const words = (unknownWords.get(list) ?? []).slice(0, MAX_WORDS).map(([word]) => word);
    return words.length === 0 ? [] : [`    // "${list}": ${spaced(words)},`];
  });
  return lines.length === 0 ? [] : [...comment, `  "${key}": {`, ...lines, '  },'];
}

/** The edition of all pages that are in no other one: it needs no globs. */
const LIVE = 'live';

function editionsValue(editions: Detected['editions']): string {
  const globs = new Map<string, string[]>();
  for (const { name, folder, globs: own } of editions.filter(({ name }) => name !== LIVE)) {
    const prefix = folder === '' ? '' : `${folder}/`;
    globs.set(name, [...(globs.get(name) ?? []), ...(own.length === 0 ? [prefix] : own.map((glob) => prefix + glob))]);
  }
  const entries = [...globs].map(([name, list]) => `${JSON.stringify(name)}: ${spaced(list)}`);
  return `{ ${entries.join(', ')} }`;
}

function spaced(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
}

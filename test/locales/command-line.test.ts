/** The language of the command line that ships. */
import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { plainValues } from '../../server/src/cli/formats/plain-values.js';
import { anyOf, defineMessages, quoted } from '../../server/src/messages/index.js';
import { LOCALES } from '../../server/src/messages/formatting/index.js';
import { runCli } from '../cli/memory-host.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';
import { copyOf, notBuilt } from './shipped.js';

const cli = join(root, 'dist/cli.js');
const PAGE = playbookWith(GOOD_ROW, BAD_ROW);

const texts = defineMessages('sample', {
  reason: 'It is "{word}"',
  all: '{text} {count} {reason} {words} {language}',
});

interface PrintedProblem {
  readonly ruleId: string;
  readonly message: string;
  readonly messageId: string;
  readonly values: unknown;
  readonly fixes: unknown;
}

function start(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: '', ...environment };
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env, input: PAGE });
}

function problemIn({ stdout }: Pick<SpawnSyncReturns<string>, 'stdout'>): PrintedProblem {
  const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly problems: PrintedProblem[] }[] };
  const problem = files[0]?.problems.find(({ ruleId }) => ruleId === 'task-mo-letter');
  assert.ok(problem);
  return problem;
}

describe('the command line', { skip: notBuilt }, () => {
  const english = problemIn(start(cli, ['--stdin', '--format', 'json']));

  test('prints the id and the values of a message, the same in every locale, and the message in the locale', () => {
    assert.equal(english.messageId, 'task-mo-letter/unknown');
    assert.deepEqual(english.values, { text: 'X', letters: { items: ['M', 'O'], join: 'comma' } });
    const messages = LOCALES.map((locale) => {
      const { message, ...rest } = problemIn(start(cli, ['--stdin', '--format', 'json', '--locale', locale]));
      assert.deepEqual({ ...rest, message: english.message, fixes: english.fixes }, english, locale);
      return message;
    });
    assert.equal(messages[0], english.message);
    assert.equal(new Set(messages).size, LOCALES.length, messages.join('\n'));
  });

  test('takes the locale from the option, or else from the environment', () => {
    const messageFor = (args: readonly string[], environment: Readonly<Record<string, string>>): string =>
      problemIn(start(cli, ['--stdin', '--format', 'json', ...args], environment)).message;
    const [german, japanese] = ['de', 'ja'].map((locale) => messageFor(['--locale', locale], {}));
    assert.equal(messageFor(['--locale=de-AT'], { LC_ALL: 'ja_JP.UTF-8' }), german);
    assert.equal(messageFor([], { LC_ALL: 'ja_JP.UTF-8', LANG: 'de_DE.UTF-8' }), japanese);
    assert.equal(messageFor([], { LC_MESSAGES: 'C.UTF-8', LANG: 'de_DE.UTF-8' }), english.message);
  });

  test('rejects a locale that it does not have, and lists those that it has', () => {
    const { status, stdout, stderr } = start(cli, ['--stdin', '--locale', 'fr']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^playbook-lint: Unknown locale "fr"\. Use en, de, es, pt-br, ja, or zh-cn\n/);
  });

  test('says in the chosen language what is wrong with the rest of the command line', () => {
    const [inEnglish, inGerman] = ['en', 'de'].map((locale) => start(cli, ['--wrong', '--locale', locale]));
    assert.deepEqual([inEnglish?.status, inGerman?.status], [2, 2]);
    assert.notEqual(inEnglish?.stderr, inGerman?.stderr);
  });

  test('explains a rule with the help in the chosen language, or else in English', () => {
    const files = {
      en: JSON.stringify({ 'task-mo-letter': '## Why\n\nThis is why.' }),
      de: JSON.stringify({ 'task-mo-letter': '## Why\n\nDarum.' }),
      ja: '{"task-mo-letter',
    };
    const program = copyOf('cli.js', { de: '{}', ja: '{}' }, files);
    const explain = (locale: string) => start(program, ['--explain', 'task-mo-letter', '--locale', locale]);
    assert.match(explain('en').stdout, /\nWhy\n---\n\nThis is why\.\n/);
    assert.match(explain('de').stdout, /\nDarum\.\n/);
    const { status, stdout, stderr } = explain('ja');
    assert.equal(status, 0);
    assert.match(stdout, /\nThis is why\.\n/);
    assert.match(stderr, /^playbook-lint: The help of the rules in "ja" can't be read: SyntaxError/);
  });

  test('goes on in English if the file of a locale is damaged or missing', () => {
    const damaged = copyOf('cli.js', { de: '{ "task-mo-letter', ja: '[]' });
    assert.equal(start(damaged, ['--stdin']).stderr, '', 'English needs no file');
    for (const locale of ['de', 'es', 'ja']) {
      const result = start(damaged, ['--stdin', '--format', 'json', '--locale', locale]);
      assert.equal(result.status, 1);
      assert.equal(problemIn(result).message, english.message);
      assert.match(result.stderr, new RegExp(`^playbook-lint: The translations for "${locale}" can't be read, .*\n$`));
    }
  });

  test('shows a faulty text in English, and the others in the locale', () => {
    const faulty = copyOf('cli.js', {
      de: JSON.stringify({ 'task-mo-letter/unknown': '„{text', 'help/title': 'Prüft Playbooks' }),
    });
    const result = start(faulty, ['--stdin', '--format', 'json', '--locale', 'de']);
    assert.equal(problemIn(result).message, english.message);
    assert.match(result.stderr, /^playbook-lint: The translation of "task-mo-letter\/unknown" for "de" is faulty: /);
    assert.match(start(faulty, ['--help', '--locale', 'de']).stdout, /^Prüft Playbooks\n/);
  });
});

test('a locale that the command line does not have is an error', async () => {
  for (const locale of ['zh-TW', 'auto', 'C', 'C.UTF-8', '../de'])
    assert.match((await runCli(['.', '--locale', locale], new Map())).stderr, /Unknown locale/, locale);
  assert.match((await runCli(['.', '--locale'], new Map())).stderr, /--locale requires a value/);
  for (const locale of ['en-GB', 'pt', 'zh-SG', 'DE_at'])
    assert.doesNotMatch((await runCli(['.', '--locale', locale], new Map())).stderr, /Unknown locale/, locale);
});

test('messages, lists and languages in the values of a message are plain data', () => {
  const values = {
    text: 'a',
    count: 2,
    reason: texts.reason({ word: 'b' }),
    words: anyOf([quoted('c'), { language: 'de' }, 'd']),
    language: { language: 'ja' },
  };
  assert.deepEqual(plainValues(texts.all(values)), {
    text: 'a',
    count: 2,
    reason: { id: 'sample/reason', values: { word: 'b' } },
    words: { items: [{ id: 'quoted', values: { text: 'c' } }, { language: 'de' }, 'd'], join: 'or' },
    language: { language: 'ja' },
  });
});

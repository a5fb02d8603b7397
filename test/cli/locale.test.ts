/** The language of the output: chosen by the environment, and used in all of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellWidth } from '../../server/src/core/index.js';
import { localeOf } from '../../server/src/messages/formatting/index.js';
import { formatterFrom } from '../locales/formatter-from.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { runCli } from './memory-host.js';

test('the locale is the strongest variable that is set, without its encoding and modifier', () => {
  const cases: readonly (readonly [Readonly<Record<string, string | undefined>>, string | undefined])[] = [
    [{}, undefined],
    [{ LANG: '' }, undefined],
    [{ LANG: 'de_DE.UTF-8' }, 'de_DE'],
    [{ LANG: 'sr_RS@latin' }, 'sr_RS'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'es_ES.UTF-8' }, 'es_ES'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'es_ES.UTF-8', LC_ALL: 'ja_JP.UTF-8' }, 'ja_JP'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: '' }, 'de_DE'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8' }, 'C'],
    [{ LC_TIME: 'de_DE.UTF-8' }, undefined],
  ];
  for (const [environment, locale] of cases) assert.equal(localeOf(environment), locale, JSON.stringify(environment));
});

const GERMAN = {
  de: {
    'formats/text/checked': '{files, plural, one {# Playbook geprüft} other {# Playbooks geprüft}}: {problems}',
    'formats/text/errors': '{count, plural, one {# Fehler} other {# Fehler}}',
    'find-files/missing': 'Datei oder Ordner nicht gefunden: „{path}“',
    'cli/options/unknownFormat': 'Unbekanntes Format „{format}“. Möglich: {known}',
    'help/usage': 'Aufruf: playbook-lint [Optionen] <Datei|Ordner|Muster>...',
    'help/fix':
      'alle sicheren Korrekturen anwenden und anschließend alle Probleme ausgeben, die danach noch übrig sind',
  },
};

test('the output is in the language of the locale, and in English where it has no text', async () => {
  const { format } = formatterFrom(GERMAN)(localeOf({ LANG: 'de_AT.UTF-8' }));
  const files = new Map([
    ['/site/a.md', playbookWith(GOOD_ROW, BAD_ROW, BAD_ROW)],
    ['/site/README.md', '# Other\n'],
  ]);
  const checked = await runCli(['.', 'gone.md'], files, { format });
  assert.match(checked.stdout, /\n1 Playbook geprüft: 2 Fehler, 1 warning; 1 other Markdown file skipped; 1 could not/);
  assert.equal(checked.stderr, 'playbook-lint: Datei oder Ordner nicht gefunden: „gone.md“\n');
  const refused = await runCli(['--format', 'xml', '.'], files, { format });
  assert.match(
    refused.stderr,
    /^playbook-lint: Unbekanntes Format „xml“\. Möglich: text, full, json, github, sarif oder rdjson\nRun playbook-lint/,
  );
});

test('the help wraps long descriptions below their column', async () => {
  const { format } = formatterFrom(GERMAN)('de');
  const { stdout } = await runCli(['--help'], new Map(), { format });
  assert.ok(stdout.includes('\nAufruf: playbook-lint [Optionen] <Datei|Ordner|Muster>...\n'));
  assert.ok(
    stdout.includes(`
  --fix                  alle sicheren Korrekturen anwenden und anschließend
                         alle Probleme ausgeben, die danach noch übrig sind
  --diff                 with --fix: write nothing, print the changes as a
`),
  );
});

test('placeholders are in the language of the output, and wide ones keep the descriptions in their column', async () => {
  const ja = {
    'help/file': 'ファイル',
    'help/since': 'リビジョン',
    'help/severity': 'とても長いルールの名前:重大度',
    'help/config': '構成ファイル',
  };
  const { stdout } = await runCli(['--help'], new Map(), { format: formatterFrom({ ja })('ja').format });
  assert.match(stdout, /changed since\s+リビジョ\s*ン,/);
  assert.match(stdout, /\n {2}--rule とても長いルールの名前:重大度\n {29}set the severity of a rule/);
  assert.match(stdout, /\n {2}--config ファイル {10}構成ファイル\n/);
  const columns = [...stdout.matchAll(/^( {2}--\S+(?: \S+)? {2,})\S/gm)].map(([, before = '']) => cellWidth(before));
  assert.ok(columns.length > 15);
  assert.deepEqual([...new Set(columns)], [29]);
  for (const line of stdout.split('\n')) assert.ok(cellWidth(line) <= 80, line);
});

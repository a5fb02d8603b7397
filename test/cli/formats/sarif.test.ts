import assert from 'node:assert/strict';
import { test } from 'node:test';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { LineMap } from '../../../server/src/core/index.js';
import { GOOD_ROW, playbookWith } from '../../support/pages.js';
import type { MemoryFiles, RunOptions } from '../memory-host.js';
import { edited, pageWithErrors, problemsIn, rowWith, runFormat, SITE, siteWith, unreadable } from './awkward-site.js';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Location {
  readonly uri: string;
  readonly uriBaseId?: string;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: Location; readonly region: Region } },
  ];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly unknown[];
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly [
      {
        readonly artifactLocation: Location;
        readonly replacements: readonly { deletedRegion: Region; insertedContent?: { text: string } }[];
      },
    ];
  }[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { id: string; defaultConfiguration: object }[] } };
  readonly invocations: readonly [
    { exitCode: number; executionSuccessful: boolean; toolExecutionNotifications?: { message: { text: string } }[] },
  ];
  readonly originalUriBaseIds: Readonly<Record<string, { uri: string }>>;
  readonly columnKind: string;
  readonly results: readonly Result[];
}

// Draft 4, whose differences to draft 7 don't occur in this schema.
const { $schema: _draft, id: _id, ...official } = schema;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(official);

/** The only run of the file, which is valid. */
async function sarif(
  argv: readonly string[],
  files: MemoryFiles,
  options?: RunOptions,
): Promise<Run & { code: number }> {
  const { stdout, code } = await runFormat('sarif', argv, files, options);
  const log = JSON.parse(stdout) as { runs: [Run] };
  assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
  assert.equal(log.runs.length, 1);
  return { ...log.runs[0], code };
}

function textOf(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = LineMap.of(text);
  return text.slice(
    lines.offsetAt({ line: startLine - 1, column: startColumn - 1 }),
    lines.offsetAt({ line: endLine - 1, column: endColumn - 1 }),
  );
}

test('the schema finds mistakes', () => {
  assert.ok(!validate({ version: '2.1.0', runs: [{ tool: {} }] }));
  const location = { physicalLocation: { artifactLocation: { uri: 'two words.md' } } };
  const run = { tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' }, locations: [location] }] };
  assert.ok(!validate({ version: '2.1.0', runs: [run] }), 'a URI with a space');
});

test('an awkward site: each result names its rule, its file and its text', async () => {
  const { results, tool, columnKind, code } = await sarif(['.'], siteWith());
  assert.equal(code, 1);
  assert.equal(columnKind, 'utf16CodeUnits');
  const expected = await problemsIn(['.'], siteWith());
  assert.equal(results.length, [...expected.values()].flat().length);
  for (const [path, problems] of expected) {
    const text = SITE[`/site/${path}`] ?? '';
    const own = results.filter((result) => decodeURIComponent(uriOf(result)) === path);
    assert.equal(own.length, problems.length, path);
    for (const [index, { ruleId, ruleIndex, locations, fixes = [], suppressions }] of own.entries()) {
      const problem = problems[index];
      assert.ok(problem);
      assert.equal(ruleId, problem.ruleId);
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.deepEqual(suppressions, []);
      assert.equal(locations[0].physicalLocation.artifactLocation.uriBaseId, '%SRCROOT%');
      const withoutMark = text.replace(/^\uFEFF/, '');
      const { region } = locations[0].physicalLocation;
      const { line, column, endLine, endColumn } = problem;
      assert.equal(
        textOf(withoutMark, region),
        textOf(text, { startLine: line, startColumn: column, endLine, endColumn }),
      );
      const lines = LineMap.of(withoutMark);
      const results = fixes.map(({ artifactChanges: [{ replacements }] }) =>
        edited(
          withoutMark,
          replacements.map(({ deletedRegion: at, insertedContent }) => ({
            ...problem,
            offset: lines.offsetAt({ line: at.startLine - 1, column: at.startColumn - 1 }),
            endOffset: lines.offsetAt({ line: at.endLine - 1, column: at.endColumn - 1 }),
            text: insertedContent?.text ?? '',
          })),
        ),
      );
      assert.deepEqual(
        results,
        problem.fixes.map(({ edits }) => edited(text, edits).replace(/^\uFEFF/, '')),
      );
    }
  }
});

function uriOf(result: Result): string {
  return result.locations[0].physicalLocation.artifactLocation.uri;
}

test('URIs are encoded', async () => {
  const { results } = await sarif(['.'], siteWith());
  const uris = new Set(results.map(uriOf));
  assert.ok(uris.has('pages/two%20words.md'));
  assert.ok(uris.has('pages/50%25%2C%20%22a%22%3A%20b%5Cc%23d%3F.md'));
  assert.ok(uris.has('%E9%A1%B5%E9%9D%A2/%E7%BD%91%E7%BB%9C%20%F0%9F%9A%80.md'));
  const { originalUriBaseIds } = await sarif(['.'], siteWith());
  assert.deepEqual(originalUriBaseIds, { '%SRCROOT%': { uri: 'file:///site/' } });
});

test('paths are relative to the repository', async () => {
  const github = { workspace: '/site', summaryFile: undefined };
  const { results, originalUriBaseIds } = await sarif(['.'], siteWith(), { cwd: '/site/pages', github });
  assert.ok(results.map(uriOf).includes('pages/two%20words.md'));
  assert.equal(originalUriBaseIds['%SRCROOT%']?.uri, 'file:///site/');
});

test('rules have the severity they have without a configuration, and results their own', async () => {
  const files = siteWith({ '/site/.playbooklint.json': '{"rules": {"task-mo-letter": "hint"}}' });
  const { results, tool } = await sarif(['pages'], files);
  const rule = tool.driver.rules.find(({ id }) => id === 'task-mo-letter');
  assert.deepEqual(rule?.defaultConfiguration, { enabled: true, level: 'error' });
  assert.deepEqual([...new Set(results.map(({ level }) => level))], ['note']);
});

test('problems that no rule reports have a description too', async () => {
  const { results, tool } = await sarif(['.'], siteWith({ '/site/.playbooklint.json': '{"rules": {"nope": "off"}}' }));
  const result = results.find(({ ruleId }) => ruleId === 'configuration');
  assert.equal(tool.driver.rules[result?.ruleIndex ?? -1]?.id, 'configuration');
});

test('a fingerprint stays the same when other lines change, and differs from all others', async () => {
  const fingerprints = async (text: string): Promise<string[]> => {
    const { results } = await sarif(['.'], new Map([['/site/a.md', text]]));
    return results.map(({ partialFingerprints }) => partialFingerprints['playbookLint/v1'] ?? '');
  };
  const rows = [
    rowWith('X'),
    rowWith('X'),
    rowWith('Y').replace('1235', '1236'),
    rowWith('中').replace('1235', '1237'),
  ];
  const before = await fingerprints(playbookWith(...rows));
  assert.equal(before.length, rows.length + 1, 'the repeated ID is a problem, too');
  assert.equal(new Set(before).size, before.length);
  const above = playbookWith(GOOD_ROW, ...rows).replace('#### FTOP', 'One more line.\n\n#### FTOP');
  assert.deepEqual((await fingerprints(above)).sort(), [...before].sort());
  assert.deepEqual(await fingerprints(playbookWith(...rows).replaceAll('\n', '\r\n')), before);
  const oneLess = await fingerprints(playbookWith(...rows.slice(1)));
  assert.ok(oneLess.every((fingerprint) => before.includes(fingerprint)));
});

test('messages add no links and no placeholders', async () => {
  const files = new Map([['/site/a.md', playbookWith(rowWith('[X](https://a.test)'))]]);
  const { results } = await sarif(['.'], files);
  assert.ok(results.some(({ message }) => message.text.includes('\\[X\\](https://a.test)')));
});

test('no problems, standard input, unreadable files', async () => {
  const clean = await sarif(['clean.md'], siteWith());
  assert.deepEqual([clean.results, clean.code], [[], 0]);
  assert.deepEqual(clean.invocations[0], {
    executionSuccessful: true,
    exitCode: 0,
    workingDirectory: { uri: 'file:///site/' },
  });
  const stdin = await sarif(['--stdin'], new Map(), { stdin: pageWithErrors(1) });
  assert.equal(stdin.results[0] && uriOf(stdin.results[0]), '%3Cstdin%3E');
  const locked = await sarif(['.', 'gone.md'], siteWith({ '/site/locked.md': unreadable }));
  assert.equal(locked.code, 2);
  const [{ executionSuccessful, exitCode, toolExecutionNotifications }] = locked.invocations;
  assert.deepEqual({ executionSuccessful, exitCode }, { executionSuccessful: false, exitCode: 2 });
  assert.deepEqual(
    toolExecutionNotifications?.map(({ message }) => message.text),
    ['No such file or folder: "gone.md"', '"locked.md" can\'t be read: the disk failed ::error::here'],
  );
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  allRules,
  builtInVocabulary,
  readConfig,
  resolveConfig,
  asRelativePath,
  type Rule,
} from '../../server/src/core/index.js';
import { english } from '../support/english.js';

/** A rule with an option of every kind; none of ours has all. */
const WITH_OPTIONS: Rule = {
  meta: {
    id: 'sample-rule',
    category: 'text',
    description: 'A sample',
    recommended: 'warning',
    fixable: 'none',
    messages: {},
    options: {
      properties: {
        strict: { description: '', schema: { type: 'boolean' } },
        limit: { description: '', schema: { type: 'integer', minimum: 1, maximum: 9 } },
        style: { description: '', schema: { type: 'string', enum: ['long', 'short'] } },
        words: { description: '', schema: { type: 'array', items: { type: 'string' } } },
      },
      defaults: { strict: false, limit: 3, style: 'long', words: [] },
    },
    since: '0.1.0',
  } as Rule['meta'],
};
const RULES = [...allRules, WITH_OPTIONS];

/** Text of a file, and for each problem what it stands on and says. `name` without an extension of its own is JSON. */
const MISTAKES: readonly (readonly [text: string, ...problems: (readonly [on: string, says: RegExp])[]])[] = [
  ['[]', ['[]', /^A configuration file must be an object, not a list$/]],
  ['{"rule": {}}', ['"rule"', /^Unknown key "rule" in the configuration\. Did you mean "rules"\?$/]],
  ['{"editions": ["old/"]}', ['["old/"]', /^"editions" must be an object, not a list$/]],
  [
    '{"editions": {"old": ["../old/", 2], " ": [], "old": "a/"}}',
    ['"../old/"', /^A glob can't leave the folder/],
    ['2', /^A glob in "old" must be a text, not the number 2$/],
    ['" "', /^The name of an edition is empty$/],
    ['"old"', /^"old" is already set above$/],
  ],
  ['{"rules": []}', ['[]', /^"rules" must be an object, not a list$/]],
  ['{"rules": {"sample-rul": "off"}}', ['"sample-rul"', /^Unknown rule "sample-rul"\. Did you mean "sample-rule"\?$/]],
  ['{"rules": {"zzz": "off"}}', ['"zzz"', /^Unknown rule "zzz"$/]],
  [
    '{"rules": {"sample-rule": "eror"}}',
    ['"eror"', /^The severity must be one of .*, not the string "eror"\. Did you mean "error"\?$/],
  ],
  ['{"rules": {"sample-rule": 2}}', ['2', /^The severity must be one of .*, not the number 2$/]],
  ['{"rules": {"sample-rule": {"severity": null}}}', ['null', /not null$/]],
  [
    '{"rules": {"sample-rule": {"strikt": true}}}',
    ['"strikt"', /^Unknown key "strikt" in the options of "sample-rule"\. Did you mean "strict"\?$/],
  ],
  [
    '{"rules": {"sample-rule": {"strict": "yes"}}}',
    ['"yes"', /^Option "strict" must be true or false, not the string "yes"$/],
  ],
  [
    '{"rules": {"sample-rule": {"limit": 10}}}',
    ['10', /^Option "limit" must be a whole number from 1 to 9, not the number 10$/],
  ],
  ['{"rules": {"sample-rule": {"limit": 1.5}}}', ['1.5', /whole number/]],
  ['{"rules": {"sample-rule": {"style": "tall"}}}', ['"tall"', /^Option "style" must be one of "long", "short"/]],
  [
    '{"rules": {"sample-rule": {"words": ["a", 1]}}}',
    ['1', /^An entry of option "words" must be a text, not the number 1$/],
  ],
  ['{"rules": {"sample-rule": "off", "sample-rule": "hint"}}', ['"sample-rule"', /already set above/]],
  [
    '{"rules": {"__proto__": "off", "constructor": {}, "toString": []}}',
    ['"__proto__"', /Unknown rule/],
    ['"constructor"', /Unknown rule/],
    ['"toString"', /Unknown rule/],
  ],
  ['{"__proto__": {"a": 1}}', ['"__proto__"', /^Unknown key/]],
  ['{"extends": "/etc/passwd"}', ['"/etc/passwd"', /relative to the folder of this file/]],
  ['{"extends": ["https://example.com/a.json"]}', ['"https://example.com/a.json"', /relative/]],
  ['{"extends": "..\\\\a.json"}', ['"..\\\\a.json"', /Use "\/"/]],
  ['{"extends": "a.js"}', ['"a.js"', /\.json, \.jsonc or \.yaml/]],
  ['{"extends": 1}', ['1', /^"extends" must be a text/]],
  ['{"playbooks": ["../x/*.md"]}', ['"../x/*.md"', /can't leave the folder/]],
  [
    '{"ignore": ["!a.md", "/a.md", "a\\\\b.md", "x{1..3}.md"]}',
    ['"!a.md"', /can't start with "!"/],
    ['"/a.md"', /absolute/],
    ['"a\\\\b.md"', /Use "\/"/],
    ['"x{1..3}.md"', /List the values/],
  ],
  ['{"overrides": [{"rules": {}}]}', ['{', /requires "files"/]],
  ['{"overrides": {"files": []}}', ['{"files": []}', /must be a list/]],
  ['{"vocabulary": {"role": []}}', ['"role"', /Did you mean "roles"/]],
  ['{"vocabulary": {"roles": [""]}}', ['""', /is empty/]],
  ['{"vocabulary": {"roles": {"Big Boss": {}}}}', ['"Big Boss"', /lower-case letters/]],
  ['{"vocabulary": {"roles": {"__proto__": {}}}}', ['"__proto__"', /lower-case letters/]],
  ['{"vocabulary": {"roles": {"boss": {"fr": "Chef"}}}}', ['"fr"', /Unknown key "fr" in the term "boss"/]],
  ['{"vocabulary": {"roles": {"boss": {"en": {"aliases": []}}}}}', ['{', /requires "canonical"/]],
  ['{"frontMatter": {"requird": []}}', ['"requird"', /Did you mean "required"/]],
  ['{"frontMatter": {"required": "title"}}', ['"title"', /must be a list/]],
  ['{"taskId": {}}', ['{', /requires "pattern"/]],
  ['{"taskId": {"pattern": "(a+)+$"}}', ['"(a+)+$"', /Groups aren't supported/]],
  ['{"a": 1', ['', /^A closing brace is expected here\. The file is ignored until its syntax is correct$/]],
  ['{a: 1}', ['a', /JSON/]],
  ['nonsense', ['nonsense', /./]],
];

for (const [text, ...expected] of MISTAKES) {
  test(`${text} is distinguished from a valid configuration`, () => {
    const { problems } = readConfig('.playbooklint.json', text, RULES);
    assert.ok(problems.length >= expected.length, JSON.stringify(problems));
    for (const [index, [on, says]] of expected.entries()) {
      const problem = problems[index];
      assert.match(english(problem?.message ?? ''), says);
      assert.equal(problem?.ruleId, 'configuration');
      assert.ok(
        text.slice(problem.span.start, problem.span.end).startsWith(on),
        `it stands on ${text.slice(problem.span.start, problem.span.end)}`,
      );
      assert.ok(problem.span.end <= text.length);
    }
  });
}

test('a file with a syntax error reports only that, and nothing in it applies', () => {
  const broken = {
    '.playbooklint.json': '{"rules": {"sample-rule": "off"}, "ignore": ["old/"] "rule": {}}',
    '.playbooklint.yaml': 'ignore: [old/]\nrules:\n  sample-rule: off\n bad: [\n',
  };
  for (const [name, text] of Object.entries(broken)) {
    const { file, problems } = readConfig(name, text, RULES);
    assert.deepEqual(file, readConfig(name, '', RULES).file, name);
    assert.equal(
      problems.filter(({ message }) => /ignored until its syntax is correct$/.test(english(message))).length,
      1,
      name,
    );
    assert.ok(!problems.some(({ message }) => /Unknown key/.test(english(message))), name);
  }
});

test("an empty file, a comment and a byte order mark aren't mistakes", () => {
  for (const text of ['', ' ', '// nothing\n', '{}', '\uFEFF{}', '/* a */ {"rules": {},}'])
    assert.deepEqual(readConfig('.playbooklint.json', text, RULES).problems, [], JSON.stringify(text));
  for (const text of ['', '# nothing\n', '---\nrules: {}\n', '\uFEFFrules: {}\n'])
    assert.deepEqual(readConfig('.playbooklint.yaml', text, RULES).problems, [], JSON.stringify(text));
});

test('YAML means the same as JSON, with its own positions', () => {
  const text = 'rules:\n  sample-rule:\n    severity: eror\n    limit: 4\n  task-mo-letter: off\nextends: [a.yaml]\n';
  const { file, problems } = readConfig('.playbooklint.yaml', text, RULES);
  assert.deepEqual(
    problems.map(({ span }) => text.slice(span.start, span.end)),
    ['eror'],
  );
  assert.deepEqual(file.rules.get('sample-rule'), { options: { limit: 4 } });
  assert.deepEqual(file.rules.get('task-mo-letter'), { severity: 'off', options: {} });
  assert.deepEqual(
    file.extends.map(({ value }) => value),
    ['a.yaml'],
  );
});

describe('malicious files end quickly, with a problem', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'
      .split('')
      .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`),
  ].join('\n');
  const cases = {
    'an alias bomb': ['.yaml', bomb],
    'an alias to itself': ['.yaml', 'rules: &a\n  b: *a\n'],
    'a tag': ['.yaml', 'rules: !!js/function "function(){ throw 1 }"\n'],
    'deep nesting': ['.json', '['.repeat(200_000)],
    'deep nesting in YAML': ['.yaml', '['.repeat(50_000)],
    'a large file': ['.json', `"${'a'.repeat(1_500_000)}"`],
    'binary data': ['.json', '\0\u0001\uFFFD'.repeat(50)],
  } as const;
  for (const [name, [extension, text]] of Object.entries(cases)) {
    test(name, () => {
      const { problems } = readConfig(`.playbooklint${extension}`, text, RULES);
      assert.ok(problems.length > 0);
    });
  }
});

test('many plain names and folders are looked up; too many other globs are a problem of the file', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `gen/page-${index}.md`);
  const plain = readConfig('.playbooklint.json', JSON.stringify({ ignore: [...names, 'old/', './new/**'] }), RULES);
  assert.deepEqual(plain.problems, []);
  const { isIgnored } = resolveConfig([plain.file], [], RULES);
  assert.ok(
    isIgnored(asRelativePath('gen/page-7.md')) &&
      isIgnored(asRelativePath('old/a/b.md')) &&
      isIgnored(asRelativePath('new/a.md')),
  );
  assert.ok(
    !isIgnored(asRelativePath('gen/page-20000.md')) &&
      !isIgnored(asRelativePath('old')) &&
      !isIgnored(asRelativePath('gen')),
  );
  const text = JSON.stringify({ ignore: names.map((name) => `**/${name}`), overrides: [] });
  const { file, problems } = readConfig('.playbooklint.json', text, RULES);
  assert.match(
    english(problems[0]?.message ?? ''),
    /^The globs of this file have more than 20,000 characters in total, not counting plain names, so none of them is used$/,
  );
  assert.deepEqual(file.ignore, []);
});

test('later files and overrides take precedence, and equal settings are one object', () => {
  const read = (text: string) => readConfig('.playbooklint.json', text, RULES).file;
  const base = read(
    '{"rules": {"sample-rule": {"severity": "error", "limit": 5}, "task-mo-letter": "hint"}, "ignore": ["old/"]}',
  );
  const own = read(
    '{"rules": {"sample-rule": {"style": "short"}}, "overrides": [{"files": ["de/**"], "rules": {"sample-rule": "off"}, "vocabulary": {"roles": ["Chef"]}}, {"files": "**/x.md", "rules": {"sample-rule": "info"}}]}',
  );
  const config = resolveConfig([base, own], ['base', 'own'], RULES);
  const plain = config.configFor(asRelativePath('a.md'));
  assert.deepEqual(plain.lint.rules.get('sample-rule'), {
    severity: 'error',
    options: { strict: false, limit: 5, style: 'short', words: [] },
  });
  assert.equal(plain.lint.rules.get('task-mo-letter')?.severity, 'hint');
  assert.equal(plain.vocabulary, builtInVocabulary);
  assert.equal(config.configFor(asRelativePath('b/c.md')), plain, 'the linter caches by identity');
  const german = config.configFor(asRelativePath('de/a.md'));
  assert.equal(german.lint.rules.get('sample-rule')?.severity, 'off');
  assert.equal(config.configFor(asRelativePath('de/x.md')).lint.rules.get('sample-rule')?.severity, 'info');
  assert.equal(config.configFor(asRelativePath('de/x.md')).vocabulary, german.vocabulary);
  assert.ok(german.vocabulary.roles.find('chef', 'ja'));
  assert.ok(
    config.isIgnored(asRelativePath('old/a/b.md')) &&
      config.isIgnored(asRelativePath('old/.hidden.md')) &&
      !config.isIgnored(asRelativePath('new/old.md')),
  );
});

test('the vocabulary is extended, and keys that are no longer required are still known', () => {
  const text = JSON.stringify({
    vocabulary: {
      roles: { 'fasttrack-engineer': { en: { canonical: 'FT Engineer', errors: ['FT Enginer'] } } },
      services: ['Loop', '新服务'],
    },
    frontMatter: { required: ['title', 'team'], knownAliases: ['v-ada'] },
    taskId: { pattern: '^[A-Z]{2}-\\d{3,4}$', description: 'two letters and digits' },
  });
  const { file, problems } = readConfig('.playbooklint.json', text, RULES);
  assert.deepEqual(problems, []);
  const { vocabulary } = resolveConfig([file], [], RULES).configFor(asRelativePath('a.md'));
  assert.equal(vocabulary.roles.spelling('fasttrack-engineer', 'en'), 'FT Engineer');
  assert.equal(vocabulary.roles.find('FastTrack Engineer', 'en')?.kind, 'alias');
  assert.equal(vocabulary.roles.find('FT Enginer', 'en')?.kind, 'error');
  assert.ok(vocabulary.roles.find('Ingeniero de FastTrack', 'es'), 'other languages are as they were');
  assert.deepEqual(
    vocabulary.services
      .lookup('新服务')
      .map(({ language }) => language)
      .sort(),
    ['de', 'en', 'es', 'ja', 'pt', 'zh'],
  );
  const { required, optional, recommended } = vocabulary.frontMatter;
  assert.deepEqual(required, ['title', 'team']);
  assert.ok(optional.includes('ms.author') && recommended.includes('author') && !optional.includes('title'));
  assert.ok(vocabulary.taskId.pattern.test('AB-123') && !vocabulary.taskId.pattern.test('xAB-123'));
  assert.deepEqual(vocabulary.taskId.placeholders, builtInVocabulary.taskId.placeholders);
});

test('a file replaces the editions of a file that it extends by name, and an empty list of editions turns them off', () => {
  const files = [
    '{"editions": {"old": "archive/", "next": ["drafts/", "*-next/**"]}}',
    '{"editions": {"old": "2019/"}}',
    '{}',
  ].map((text) => readConfig('.playbooklint.json', text, RULES).file);
  const { editions } = resolveConfig(files, ['a', 'b', 'c'], RULES);
  const editionOf = (path: string): string | undefined =>
    editions?.find(({ matches }) => matches(asRelativePath(path)))?.name;
  assert.equal(editionOf('archive/a.md'), undefined);
  assert.equal(editionOf('2019/a.md'), 'old');
  assert.equal(editionOf('site-next/en/a.md'), 'next');
  const [, , without] = files;
  assert.ok(without);
  assert.equal(resolveConfig([without], ['c'], RULES).editions, undefined, 'detected');
  const none = readConfig('.playbooklint.json', '{"editions": {}}', RULES).file;
  assert.deepEqual(resolveConfig([none], ['d'], RULES).editions, []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules, changedConfig, readConfig, type ConfigChange } from '../../server/src/core/index.js';

const OFF: ConfigChange = { kind: 'off', ruleId: 'link-empty' };
const ROLE: ConfigChange = { kind: 'word', list: 'roles', word: 'Adoption Coach', language: 'en' };
const KEY: ConfigChange = { kind: 'word', list: 'optional', word: 'review.state', language: 'en' };

/** The file and its text before and after. */
const CASES: readonly (readonly [
  what: string,
  name: string,
  before: string,
  change: ConfigChange,
  after: string | undefined,
])[] = [
  ['a new file', 'a.json', '', OFF, '{\n  "rules": {\n    "link-empty": "off"\n  }\n}\n'],
  [
    'only comments',
    'a.json',
    '// nothing yet',
    OFF,
    '// nothing yet\n{\n  "rules": {\n    "link-empty": "off"\n  }\n}\n',
  ],
  ['a new YAML file', 'a.yaml', '', OFF, 'rules:\n  link-empty: off\n'],
  [
    'a rule beside others, with comments and a trailing comma',
    'a.jsonc',
    '{\n  // ours\n  "rules": {\n    "link-mailto": "hint", // agreed\n  },\n}\n',
    OFF,
    '{\n  // ours\n  "rules": {\n    "link-mailto": "hint",\n    "link-empty": "off", // agreed\n  },\n}\n',
  ],
  ['a severity', 'a.json', '{"rules": {"link-empty": "error"}}', OFF, '{"rules": {"link-empty": "off"}}'],
  [
    'a rule with options',
    'a.json',
    '{"rules": {"link-empty": {"severity": "error"}}}',
    OFF,
    '{"rules": {"link-empty": {"severity": "off"}}}',
  ],
  [
    'tabs and CRLF',
    'a.json',
    '{\r\n\t"ignore": ["a/"]\r\n}\r\n',
    KEY,
    '{\r\n\t"ignore": ["a/"],\r\n\t"frontMatter": {\r\n\t\t"optional": [\r\n\t\t\t"review.state"\r\n\t\t]\r\n\t}\r\n}\r\n',
  ],
  ['a byte order mark', 'a.json', '\uFEFF{"rules": {}}', OFF, '\uFEFF{"rules": {\n  "link-empty": "off"\n}}'],
  [
    'a list of words',
    'a.json',
    '{\n  "vocabulary": {\n    "roles": [\n      "Coach"\n    ]\n  }\n}',
    ROLE,
    '{\n  "vocabulary": {\n    "roles": [\n      "Coach",\n      "Adoption Coach"\n    ]\n  }\n}',
  ],
  [
    'the long form',
    'a.json',
    '{"vocabulary": {"roles": {"adoption-coach": {"de": "Coach"}}}}',
    ROLE,
    '{"vocabulary": {"roles": {"adoption-coach": {"de": "Coach"}, "adoption-coach-2": {\n  "en": "Adoption Coach"\n}}}}',
  ],
  [
    'a word without Latin letters in the long form',
    'a.yaml',
    'vocabulary:\n  roles:\n    coach: { de: Coach }\n',
    { ...ROLE, word: '客户教练', language: 'zh' },
    'vocabulary:\n  roles:\n    coach: { de: Coach }\n    term:\n      zh: 客户教练\n',
  ],
  [
    'a YAML list with comments',
    'a.yaml',
    '# ours\nvocabulary:\n  roles:\n  - Coach # agreed\n# more\nignore: [a/]\n',
    ROLE,
    '# ours\nvocabulary:\n  roles:\n  - Coach # agreed\n  - Adoption Coach\n# more\nignore: [a/]\n',
  ],
  [
    'a YAML list on one line',
    'a.yaml',
    'vocabulary: {roles: [Coach]}\n',
    ROLE,
    'vocabulary: {roles: [Coach, Adoption Coach]}\n',
  ],
  [
    'a YAML key, without a line break at the end',
    'a.yaml',
    'vocabulary:\r\n  roles: [Coach]',
    KEY,
    'vocabulary:\r\n  roles: [Coach]\r\nfrontMatter:\r\n  optional:\r\n    - review.state\r\n',
  ],
  [
    'a YAML word that needs quotes',
    'a.yaml',
    'ignore: []\n',
    { ...ROLE, word: 'Coach: A & "B"' },
    'ignore: []\nvocabulary:\n  roles:\n    - "Coach: A & \\"B\\""\n',
  ],
  ['only YAML comments', 'a.yaml', '# nothing yet\n', OFF, '# nothing yet\nrules:\n  link-empty: off\n'],
  ['a syntax error', 'a.json', '{"rules": {', OFF, undefined],
  ['a YAML syntax error', 'a.yaml', 'rules: [', OFF, undefined],
  ['a list as the file', 'a.json', '[]', OFF, undefined],
  ['a text as the list', 'a.yaml', 'frontMatter:\n  optional: key\n', KEY, undefined],
];

for (const [what, name, before, change, after] of CASES) {
  test(`a change of the configuration file: ${what}`, () => {
    const changed = changedConfig(name, before, change);
    assert.equal(changed, after);
    if (changed === undefined) return;
    const { file, problems } = readConfig(name, changed, allRules);
    assert.deepEqual(problems, []);
    if (change.kind === 'off') assert.equal(file.rules.get(change.ruleId)?.severity, 'off');
    else if (change.list === 'optional') assert.ok(file.vocabulary.frontMatter?.optional?.includes(change.word));
    else assert.ok(JSON.stringify(file.vocabulary.terms.get('roles')).includes(JSON.stringify(change.word)));
  });
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allRules, parsePlaybook, type LintConfig, type Problem, type RuleId } from '../../server/src/core/index.js';
import { configFor, lintText, ruleNamed } from '../support/lint.js';
import { english } from '../support/english.js';

const FRONT_MATTER = '---\nft.audience: partner\n---\n\n';
const RULES = [
  'link-mailto',
  'link-missing-scheme',
  'suppression-misspelt',
  'suppression-unknown-rule',
  'suppression-unused',
  'task-mo-letter',
  'front-matter-date',
].map(ruleNamed);

/** The IDs of the rules that report something in `body`, in order. */
function heardIn(body: string, frontMatter = FRONT_MATTER): RuleId[] {
  return problemsIn(body, frontMatter).map(({ ruleId }) => ruleId);
}

function problemsIn(body: string, frontMatter = FRONT_MATTER, config?: LintConfig): Problem[] {
  return lintText(frontMatter + body, RULES, config);
}

const MAIL = '[mail](help@example.com)\n';
const SITE = '[site](aka.ms/x)\n';

describe('a comment for one line', () => {
  test('silences its own line, and no other', () => {
    assert.deepEqual(heardIn(`[a](a@example.com) <!-- playbook-lint-disable-line link-mailto -->\n${MAIL}`), [
      'link-mailto',
    ]);
  });

  test('silences only the rules that it names', () => {
    assert.deepEqual(heardIn('[a](a@example.com) [b](aka.ms/b) <!-- playbook-lint-disable-line link-mailto -->\n'), [
      'link-missing-scheme',
    ]);
  });

  test('silences several rules, with or without commas', () => {
    for (const ids of [
      'link-mailto link-missing-scheme',
      'link-mailto,link-missing-scheme',
      'link-mailto , link-missing-scheme',
    ]) {
      assert.deepEqual(heardIn(`[a](a@example.com) [b](aka.ms/b) <!-- playbook-lint-disable-line ${ids} -->\n`), []);
    }
  });

  test('silences every rule when it names none', () => {
    assert.deepEqual(heardIn('[a](a@example.com) [b](aka.ms/b) <!-- playbook-lint-disable-line -->\n'), []);
  });

  test('may give a reason', () => {
    assert.deepEqual(
      heardIn('[a](a@example.com) <!-- playbook-lint-disable-line link-mailto -- a file of that name is there -->\n'),
      [],
    );
    assert.deepEqual(
      heardIn('[a](a@example.com) [b](aka.ms/b) <!-- playbook-lint-disable-line -- both are right -->\n'),
      [],
    );
  });

  for (const [language, reason] of [
    ['ESLint', ' -- checked with the product-team'],
    ['one hyphen', ' - link-missing-scheme is not meant'],
    ['an en dash', ' – mit dem Team geprüft'],
    ['an em dash without spaces', '—revisado'],
    ['Chinese', '——已与产品团队确认'],
    ['Japanese', '　-　確認済み'],
    ['marks', ' - 1 > 0, <b>, "x"'],
    ['two lines', ' -- checked\n  twice'],
    ['nothing', ' - '],
    ['nothing but a dash', ' --'],
  ] as const) {
    test(`may give a reason: ${language}`, () => {
      const line = `[a](a@example.com) [b](aka.ms/b) <!-- playbook-lint-disable-line link-mailto${reason} -->\n`;
      assert.deepEqual(heardIn(line), ['link-missing-scheme']);
      const everything = line.replace(' link-mailto', '');
      assert.deepEqual(heardIn(everything), []);
      const [comment] = parsePlaybook({ uri: 'file:///a.md', text: FRONT_MATTER + line }).blocks.flatMap(
        ({ value }) => value.suppressions,
      );
      const text = reason.replace(/^[\s–—-]+/, '');
      assert.equal(comment?.reason?.value, text === '' ? undefined : text);
    });
  }

  test('keeps the reason when a rule is deleted or corrected', () => {
    const comment = (rules: string): string =>
      `[a](a@example.com) <!-- playbook-lint-disable-line ${rules} - agreed -->\n`;
    assert.equal(fixed(comment('link-mailto, link-missing-scheme')), comment('link-mailto'));
    assert.equal(fixed(comment('link-missing-scheme link-mailto')), comment('link-mailto'));
    assert.equal(fixed(comment('link-mailtoo'), 'suppression-unknown-rule'), comment('link-mailto'));
  });

  test('works in a table row', () => {
    const header =
      '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n';
    const row = (comment: string): string => `| 3998 | Validate ${comment} | X | SME | AIP |\n`;
    assert.deepEqual(heardIn(header + row('')), ['task-mo-letter']);
    assert.deepEqual(heardIn(header + row('<!-- playbook-lint-disable-line task-mo-letter -->')), []);
    assert.deepEqual(heardIn(header + row('<!-- playbook-lint-disable-line task-mo-letter -->') + row('')), [
      'task-mo-letter',
    ]);
  });

  test('works in front matter, after a #', () => {
    const date = (comment: string): string => `---\nms.date: 13/45/2020${comment}\nft.audience: partner\n---\n\n`;
    assert.deepEqual(heardIn('', date('')), ['front-matter-date']);
    assert.deepEqual(heardIn('', date(' # playbook-lint-disable-line front-matter-date')), []);
    assert.deepEqual(
      heardIn(
        '',
        '---\n# playbook-lint-disable-next-line front-matter-date\nms.date: 13/45/2020\nft.audience: partner\n---\n\n',
      ),
      [],
    );
  });
});

describe('a comment for the next line', () => {
  test('silences the next line only', () => {
    assert.deepEqual(heardIn(`<!-- playbook-lint-disable-next-line link-mailto -->\n${MAIL}\n${MAIL}`), [
      'link-mailto',
    ]);
  });

  test('skips blank lines', () => {
    assert.deepEqual(heardIn(`<!-- playbook-lint-disable-next-line link-mailto -->\n\n${MAIL}`), []);
  });

  test('may span several lines', () => {
    assert.deepEqual(heardIn(`<!-- playbook-lint-disable-next-line\n  link-mailto -->\n${MAIL}`), []);
  });

  test('on the last line silences nothing', () => {
    assert.deepEqual(heardIn(`${MAIL}<!-- playbook-lint-disable-next-line link-mailto -->`), [
      'link-mailto',
      'suppression-unused',
    ]);
  });
});

describe('a comment for everything that follows', () => {
  test('reaches to the end of the file', () => {
    assert.deepEqual(heardIn(`${MAIL}\n<!-- playbook-lint-disable link-mailto -->\n\n${MAIL}\n# Heading\n\n${MAIL}`), [
      'link-mailto',
    ]);
  });

  test('ends where the rule is enabled again', () => {
    assert.deepEqual(
      heardIn(
        `<!-- playbook-lint-disable link-mailto -->\n\n${MAIL}\n<!-- playbook-lint-enable link-mailto -->\n\n${MAIL}`,
      ),
      ['link-mailto'],
    );
    assert.deepEqual(
      heardIn(`<!-- playbook-lint-disable link-mailto -->\n\n${MAIL}\n<!-- playbook-lint-enable -->\n\n${MAIL}`),
      ['link-mailto'],
    );
  });

  test('continues if another rule is enabled', () => {
    assert.deepEqual(
      heardIn(
        `<!-- playbook-lint-disable link-mailto -->\n\n${MAIL}\n<!-- playbook-lint-enable link-missing-scheme -->\n\n${MAIL}${SITE}`,
      ),
      ['link-missing-scheme'],
    );
  });

  test('for every rule allows enabling a single one', () => {
    assert.deepEqual(
      heardIn(
        `<!-- playbook-lint-disable -->\n\n${MAIL}${SITE}\n<!-- playbook-lint-enable link-mailto -->\n\n${MAIL}${SITE}`,
      ),
      ['link-mailto'],
    );
  });

  test('may overlap with others', () => {
    const body = `<!-- playbook-lint-disable link-mailto -->\n\n${MAIL}\n<!-- playbook-lint-disable link-missing-scheme -->\n\n${MAIL}${SITE}\n<!-- playbook-lint-enable link-mailto -->\n\n${MAIL}${SITE}`;
    assert.deepEqual(heardIn(body), ['link-mailto']);
  });

  test('may contain a comment for one line, and both count as used', () => {
    assert.deepEqual(
      heardIn(
        `<!-- playbook-lint-disable link-mailto -->\n\n[a](a@example.com) <!-- playbook-lint-disable-line link-mailto -->\n`,
      ),
      [],
    );
  });
});

describe('a comment for the file', () => {
  test('silences the text above it too, including front matter', () => {
    const frontMatter = '---\nms.date: 13/45/2020\nft.audience: partner\n---\n\n';
    assert.deepEqual(heardIn(`${MAIL}\n<!-- playbook-lint-disable-file -->\n\n${SITE}`, frontMatter), []);
    assert.deepEqual(heardIn(`${MAIL}\n<!-- playbook-lint-disable-file link-mailto -->\n\n${SITE}`, frontMatter), [
      'front-matter-date',
      'link-missing-scheme',
    ]);
  });
});

test('a comment in code does not count', () => {
  const comment = '<!-- playbook-lint-disable-file link-mailto -->';
  for (const code of [
    '```markdown\n' + comment + '\n```',
    '~~~\n' + comment + '\n~~~',
    '`' + comment + '`',
    `Text:\n\n    ${comment}`,
    '- item\n\n  ```\n  ' + comment + '\n  ```',
  ]) {
    assert.deepEqual(heardIn(`${code}\n\n${MAIL}`), ['link-mailto'], code);
  }
});

test('other comments are ignored', () => {
  for (const comment of [
    '<!-- markdownlint-disable -->',
    '<!-- playbook-lint -->',
    '<!-- playbook -->',
    '<!-- see playbook-lint-disable -->',
  ]) {
    assert.deepEqual(heardIn(`${comment}\n\n${MAIL}`), ['link-mailto'], comment);
  }
});

test('line endings make no difference', () => {
  const body = `<!-- playbook-lint-disable-next-line link-mailto -->\n${MAIL}\n[a](a@example.com) <!-- playbook-lint-disable-line -->\n\n<!-- playbook-lint-disable-line link-mailto -->\n`;
  const unused = heardIn(body);
  assert.deepEqual(unused, ['suppression-unused']);
  assert.deepEqual(
    lintText((FRONT_MATTER + body).replaceAll('\n', '\r\n'), RULES).map(({ ruleId }) => ruleId),
    unused,
  );
});

describe('a comment without effect', () => {
  test('is reported, one rule at a time', () => {
    const problems = problemsIn(
      '[a](a@example.com) <!-- playbook-lint-disable-line link-mailto, link-missing-scheme -->\n',
    );
    assert.deepEqual(
      problems.map(({ message, tags }) => [english(message), tags]),
      [['This comment has no effect: there is no "link-missing-scheme" problem here', ['unnecessary']]],
    );
  });

  test('is deleted with its line, or with the spaces before it', () => {
    assert.equal(fixed('Text.\n\n<!-- playbook-lint-disable -->\n\nMore.\n'), 'Text.\n\n\nMore.\n');
    assert.equal(fixed('Text. <!-- playbook-lint-disable-line -->\nMore.\n'), 'Text.\nMore.\n');
    assert.equal(fixed('Text <!-- playbook-lint-disable-line --> goes on.\n'), 'Text  goes on.\n');
    assert.equal(fixed('Text. <!-- playbook-lint-disable-line link-mailto -->'), 'Text.');
  });

  test('loses only the unneeded rule', () => {
    assert.equal(
      fixed('[a](a@example.com) <!-- playbook-lint-disable-line link-mailto, link-missing-scheme -->\n'),
      '[a](a@example.com) <!-- playbook-lint-disable-line link-mailto -->\n',
    );
    assert.equal(
      fixed('[a](a@example.com) <!-- playbook-lint-disable-line link-missing-scheme link-mailto -->\n'),
      '[a](a@example.com) <!-- playbook-lint-disable-line link-mailto -->\n',
    );
  });

  test('is not reported if the rule is off', () => {
    const config: LintConfig = { rules: new Map([['suppression-unused', { severity: 'off', options: {} }]]) };
    assert.deepEqual(problemsIn('<!-- playbook-lint-disable -->\n', FRONT_MATTER, config), []);
  });

  test('can be silenced by name, and not by a comment for every rule', () => {
    assert.deepEqual(
      heardIn(
        '<!-- playbook-lint-disable-file suppression-unused -->\n\n<!-- playbook-lint-disable-line link-mailto -->\n',
      ),
      [],
    );
    assert.deepEqual(
      heardIn('<!-- playbook-lint-disable-file -->\n\n<!-- playbook-lint-disable-line link-mailto -->\n'),
      ['suppression-unused', 'suppression-unused'],
    );
    assert.deepEqual(heardIn('<!-- playbook-lint-disable-file suppression-unused -->\n'), ['suppression-unused']);
  });
});

describe('a comment with a misspelled name', () => {
  test('has no effect, and is reported', () => {
    assert.deepEqual(heardIn(`<!-- playbook-lint-disable-nextline link-mailto -->\n${MAIL}`), [
      'suppression-misspelt',
      'link-mailto',
    ]);
    assert.equal(
      fixed(`<!-- playbook-lint-disable-nextline link-mailto -->\n${MAIL}`, 'suppression-misspelt'),
      `<!-- playbook-lint-disable-next-line link-mailto -->\n${MAIL}`,
    );
  });

  test('is silenced by name, and not by a comment for every rule', () => {
    assert.deepEqual(
      heardIn('<!-- playbook-lint-disable-file suppression-misspelt -->\n\n<!-- playbook-disable -->\n'),
      [],
    );
    assert.deepEqual(heardIn('<!-- playbook-lint-disable-file -->\n\n<!-- playbook-disable -->\n'), [
      'suppression-unused',
      'suppression-misspelt',
    ]);
  });

  test('may be one of thousands of unclosed comments', () => {
    for (const start of ['<!-- ', '<!-- playbook-lint ', '<!-- playbook-lint-disable ', `<!-- ${'a-'.repeat(30)}`])
      assert.deepEqual(heardIn(start.repeat(1_000)), []);
  });
});

describe('a comment that names no rule', () => {
  test('gets the most similar rule as a suggestion', () => {
    const [problem] = problemsIn('<!-- playbook-lint-disable-line link-mailtoo -->\n');
    assert.equal(english(problem?.message ?? ''), 'Unknown rule "link-mailtoo". Did you mean "link-mailto"?');
    assert.equal(
      fixed('[a](a@example.com) <!-- playbook-lint-disable-line link-mailtoo -->\n', 'suppression-unknown-rule'),
      '[a](a@example.com) <!-- playbook-lint-disable-line link-mailto -->\n',
    );
  });

  test('is not also reported as unused', () => {
    assert.deepEqual(heardIn('<!-- playbook-lint-disable-line no-such-rule-at-all -->\n'), [
      'suppression-unknown-rule',
    ]);
  });

  test('may name any existing rule, whichever rules run', () => {
    const rule = ruleNamed('suppression-unknown-rule');
    for (const { meta } of allRules) {
      assert.deepEqual(
        lintText(`${FRONT_MATTER}<!-- playbook-lint-disable-line ${meta.id} -->\n`, [rule], configFor(rule)),
        [],
        meta.id,
      );
    }
  });
});

/** `body` after applying the first fix of the first problem of the rule. */
function fixed(body: string, ruleId: RuleId = 'suppression-unused'): string {
  const text = FRONT_MATTER + body;
  const edit = lintText(text, RULES).find((problem) => problem.ruleId === ruleId)?.fixes[0]?.edits[0];
  assert.ok(edit, 'there is no fix');
  return (text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end)).slice(FRONT_MATTER.length);
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { between, edited, planFor } from './pages.js';

describe('an edited value', () => {
  const page = between(
    'title: Old title  # keep',
    "description: 'It''s old'",
    'author: "A \\"B\\""\t',
    'manager:',
    'ms.prod:   # none',
    '',
    '#own',
    'ms.custom:\tx',
  );

  test('replaces only the value', () => {
    assert.equal(edited(page, { title: 'New' }), page.replace('Old title', 'New'));
    assert.equal(edited(page, { 'ms.custom': 'z' }), page.replace('\tx', '\tz'));
    assert.equal(edited(page, { description: "It's new" }), page.replace("It''s old", "It''s new"));
    assert.equal(edited(page, { author: 'C "D" \\' }), page.replace('A \\"B\\"', 'C \\"D\\" \\\\'));
    assert.equal(edited(page, { description: 'a\u0001b' }), page.replace("'It''s old'", '"a\\x01b"'));
  });

  test('is inserted after the colon if there was no value', () =>
    assert.equal(
      edited(page, { manager: 'me', 'ms.prod': 'x' }),
      page.replace('manager:', 'manager: me').replace('ms.prod:', 'ms.prod: x'),
    ));

  test('is quoted if YAML requires it', () => {
    const written: Record<string, string> = {
      'a: b': '"a: b"',
      'a #b': '"a #b"',
      '# a': '"# a"',
      '- a': '"- a"',
      '"a"': '\'"a"\'',
      "'a'": '"\'a\'"',
      ' a': '" a"',
      'a ': '"a "',
      '[a]': '"[a]"',
      '@a': '"@a"',
      '*a': '"*a"',
      '&a': '"&a"',
      '!a': '"!a"',
      'a:b': 'a:b',
      'a#b': 'a#b',
      '-a': '-a',
      "it's": "it's",
      '中文：甲': '中文：甲',
      '---': '---',
      'a, b; c': 'a, b; c',
      '5/2/2019': '5/2/2019',
      yes: '"yes"',
      true: '"true"',
      null: '"null"',
      '~': '"~"',
      '0983': '"0983"',
      12: '"12"',
      '1.10': '"1.10"',
      '2020-03-27': '"2020-03-27"',
    };
    for (const [value, source] of Object.entries(written))
      assert.equal(edited('---\ntitle: x\n---\n', { title: value }), `---\ntitle: ${source}\n---\n`);
  });

  test('stays a number or a Boolean if it was one, or if there was no value', () => {
    assert.equal(
      edited(between('a: true', 'b: 5', 'c: 0983', 'd: ~'), { a: 'false', b: 7, c: '0984', d: 'null' }),
      between('a: false', 'b: 7', 'c: 0984', 'd: null'),
    );
    assert.equal(edited(between('a: true', 'b: "5"'), { a: '5', b: 7 }), between('a: "5"', 'b: "7"'));
    assert.equal(
      edited(between('a: x'), { b: 'false', c: '12', d: '012', e: 'no', f: 'null' }),
      between('a: x', 'b: false', 'c: 12', 'd: "012"', 'e: "no"', 'f: "null"'),
    );
  });

  test('is no change if the page already has it', () => {
    const same = {
      title: 'Old title',
      description: "It's old",
      author: 'A "B"',
      manager: '',
      'ms.custom': 'x',
      unheard: '',
    };
    assert.deepEqual(planFor(page, same), { changes: [], problems: [] });
    assert.deepEqual(planFor(between('a: (remove)', 'b: 5'), { a: '(remove)', b: 5 }), { changes: [], problems: [] });
  });

  test('is listed with the previous value', () => {
    const { changes } = planFor(between('title: a', 'author:', 'manager: b'), {
      manager: '(remove)',
      title: 'c',
      author: 'd',
      'ms.prod': 'e',
    });
    assert.deepEqual(
      changes.map(({ path, key, before, after }) => [path, key, before, after]),
      [
        ['a.md', 'title', 'a', 'c'],
        ['a.md', 'author', '', 'd'],
        ['a.md', 'manager', 'b', undefined],
        ['a.md', 'ms.prod', undefined, 'e'],
      ],
    );
  });
});

describe('a missing key', () => {
  test('is inserted in the usual order, with the line ending of the file', () => {
    assert.equal(
      edited(between('# required', 'description: b', 'ms.date: 5/2/2019'), {
        title: 'a',
        author: 'c',
        zeta: 'z',
        alpha: 'x',
      }),
      between('# required', 'title: a', 'description: b', 'author: c', 'ms.date: 5/2/2019', 'zeta: z', 'alpha: x'),
    );
    for (const end of ['\r\n', '\r']) {
      const lines = ['\uFEFF---', 'title: x', 'ms.date: y', '---', '# T', ''];
      assert.equal(
        edited(lines.join(end), { author: 'z: 1' }),
        [...lines.slice(0, 2), 'author: "z: 1"', ...lines.slice(2)].join(end),
      );
    }
    assert.equal(edited('---\n---\n', { title: 'x' }), '---\ntitle: x\n---\n');
    assert.equal(edited(between('title: x'), { 'a: b': 'c', '#d': 'e' }), between('title: x', '"a: b": c', '"#d": e'));
  });

  test('is inserted below a list', () =>
    assert.equal(
      edited(between('title:', '  - x', '  - y', 'ms.date: z'), { description: 'a' }),
      between('title:', '  - x', '  - y', 'description: a', 'ms.date: z'),
    ));

  test('replaces a removed key', () =>
    assert.equal(
      edited(between('title: x', 'author: y'), { title: '(remove)', description: 'z' }),
      between('description: z', 'author: y'),
    ));
});

test('(remove) deletes the line, and an empty cell changes nothing', () => {
  assert.equal(
    edited(between('title: x # c', '  # d', 'author: "y"', 'manager:'), {
      title: '(remove)',
      author: ' ',
      manager: '(remove)',
      unheard: '(remove)',
    }),
    between('  # d', 'author: "y"'),
  );
  assert.equal(edited(between('title: x'), { title: '(remove)' }), '---\n---\n\n# Title\n');
});

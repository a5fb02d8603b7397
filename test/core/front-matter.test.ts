import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allRules, parsePlaybook, updatePlaybook, type Span } from '../../server/src/core/index.js';
import { readFrontMatter } from '../../server/src/core/parse/front-matter.js';
import type { FrontMatter } from '../../server/src/core/model/front-matter.js';
import { lintText } from '../support/lint.js';

/** The front matter of `text`, after checking the invariants of all texts. */
function read(text: string): FrontMatter | undefined {
  const frontMatter = readFrontMatter(text);
  if (frontMatter !== undefined) for (const span of spansOf(frontMatter)) assertInside(span, text);
  for (const { span, fixes, related } of lintText(text, allRules)) {
    for (const one of [
      span,
      ...related.map((r) => r.span),
      ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
    ])
      assertInside(one, text);
  }
  return frontMatter;
}

function spansOf({ span, content, opening, fields, errors }: FrontMatter): Span[] {
  return [
    span,
    content,
    opening.span,
    ...errors.map((error) => error.span),
    ...fields.flatMap((field) => [field.span, field.key.span, field.value.span]),
  ];
}

function assertInside({ start, end }: Span, text: string): void {
  assert.ok(
    0 <= start && start <= end && end <= text.length,
    `[${start}, ${end}) lies outside a text of ${text.length}`,
  );
}

function between(content: string): string {
  return `---\n${content}\n---\n\n# Title\n`;
}

function valuesOf(frontMatter: FrontMatter | undefined): [string, string][] {
  return (frontMatter?.fields ?? []).map(({ key, value }) => [key.value, value.text]);
}

function codesOf(frontMatter: FrontMatter | undefined): string[] {
  return (frontMatter?.errors ?? []).map(({ code }) => code);
}

describe('nothing in the front matter is executed', () => {
  for (const language of [
    'js',
    'javascript',
    'coffee',
    'json',
    'constructor',
    '__proto__',
    'toString',
    'yaml; js',
    ' js',
  ]) {
    test(`---${language}`, () => {
      const frontMatter = read(`---${language}\ntitle: (() => { globalThis.__ran = true; return {}; })()\n---\n`);
      assert.equal((globalThis as Record<string, unknown>)['__ran'], undefined);
      assert.deepEqual(frontMatter?.fields, []);
    });
  }

  test('code without a field is not front matter', () => {
    assert.equal(read('---js\n{ "x": (globalThis.__ran = true) }\n---\n'), undefined);
    assert.equal((globalThis as Record<string, unknown>)['__ran'], undefined);
  });

  test('a fence with a language inside the front matter', () => {
    assert.deepEqual(valuesOf(read('---\ntitle: x\n---js\ndescription: y\n---\n')), [
      ['title', 'x'],
      ['---js description', 'y'],
    ]);
  });

  test('a tag that requests JavaScript', () => {
    const frontMatter = read(between('title: !!js/function "function () { globalThis.__ran = true }"\nauthor: x'));
    assert.equal((globalThis as Record<string, unknown>)['__ran'], undefined);
    assert.deepEqual(
      frontMatter?.fields.map(({ key }) => key.value),
      ['title', 'author'],
    );
  });
});

describe('names of built-in object properties', () => {
  test('are keys like any other', () => {
    const frontMatter = read(between('__proto__: x\nconstructor: y\ntoString: z\nhasOwnProperty: 1'));
    assert.deepEqual(valuesOf(frontMatter), [
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['toString', 'z'],
      ['hasOwnProperty', '1'],
    ]);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  test('can be values that are looked up in a vocabulary', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      read(between(`ft.audience: ${name}\nms.topic: ${name}\nms.prod: ${name}\nmanager: ${name}\nms.date: ${name}`));
    }
  });
});

describe('text that would exhaust the memory or the stack is not read', () => {
  const deep: Record<string, string> = {
    'open brackets': `a: ${'['.repeat(10_000)}`,
    'closed brackets': `a: ${'['.repeat(8_000)}${']'.repeat(8_000)}`,
    'braces with keys': `a: ${'{a: '.repeat(4_000)}`,
    'brackets over many lines': `a:\n${'  [\n'.repeat(400)}`,
    'lists in lists': `a:\n  ${'- '.repeat(8_000)}x`,
    'keys of keys': `${'? '.repeat(8_000)}x\na: b`,
    'values of values': `a: b\n${': '.repeat(8_000)}x`,
    'lists with tabs': `a:\n  ${'-\t'.repeat(8_000)}x`,
  };
  for (const [name, content] of Object.entries(deep)) {
    test(`thousands of ${name}`, () => {
      const frontMatter = read(between(content));
      assert.deepEqual(codesOf(frontMatter), ['TOO_DEEP']);
      assert.deepEqual(frontMatter?.fields, []);
    });
  }

  test('nesting by indentation, as deep as the length allows', () => {
    const lines = Array.from({ length: 170 }, (_, depth) => `${' '.repeat(depth)}a:`);
    assert.deepEqual(codesOf(read(between(`${lines.join('\n')} x`))), []);
  });

  test('aliases of aliases are not expanded', () => {
    const lines = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`),
    ];
    const frontMatter = read(between(lines.join('\n')));
    assert.equal(frontMatter?.fields.length, 41);
    assert.ok(frontMatter.fields.every(({ value }) => value.kind === 'list' && value.text === ''));
  });

  test('an undefined alias is an error', () =>
    assert.deepEqual(codesOf(read(between('manager: *boss\ntitle: x'))), ['UNKNOWN_ANCHOR']));

  const long: Record<string, string> = {
    'different keys': Array.from({ length: 20_000 }, (_, n) => `key${n}: value`).join('\n'),
    'the same key': 'title: value\n'.repeat(25_000),
    errors: 'a: b: c\n'.repeat(40_000),
    'one line': `title: ${'x'.repeat(300_000)}`,
    colons: `title: ${':'.repeat(300_000)}`,
    quotes: `title: ${'"'.repeat(300_001)}`,
    'blank lines': `title: x\n${'\n'.repeat(300_000)}`,
    'white space': `title: x\n${' '.repeat(300_000)}`,
    comments: `title: x\n${'# y\n'.repeat(80_000)}`,
  };
  for (const [name, content] of Object.entries(long)) {
    test(`a lot of ${name}`, () => assert.deepEqual(codesOf(read(between(content))), ['TOO_LONG']));
    test(`a lot of unclosed ${name}`, () => void read(`---\n${content}`));
  }

  test('the maximum number of keys, repeated keys, and errors is read in finite time', () => {
    for (const line of [
      'a: b: c\n',
      'title: value\n',
      'titl: value\n',
      '"\n',
      "x: '\n",
      '\ta: b\n',
      '- a\n',
      'a b\n',
      'ms.author :x\n',
      'ms.date: 1/1/19\n',
    ]) {
      assert.equal(read(between(`ft.audience: internal\n${line.repeat(490)}`))?.closed, true, JSON.stringify(line));
    }
  });
});

describe('fences', () => {
  test('trailing spaces, a byte order mark, and all line endings', () => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const text = [
        '\uFEFF---  ',
        '# required metadata',
        'title: One  ',
        'ft.audience: internal',
        '---\t',
        '# Title',
      ].join(lineEnd);
      const frontMatter = read(text);
      assert.deepEqual(valuesOf(frontMatter), [
        ['title', 'One'],
        ['ft.audience', 'internal'],
      ]);
      assert.equal(frontMatter?.closed, true);
      assert.equal(frontMatter.indented, false);
      const field = frontMatter.fields[0];
      assert.equal(field === undefined ? '' : text.slice(field.span.start, field.span.end), `title: One  ${lineEnd}`);
    }
  });

  test('four hyphens neither open nor close front matter', () => {
    assert.equal(read('----\ntitle: x\n----\n'), undefined);
    const frontMatter = read('---\ntitle: x\n----\n\n# Title\n');
    assert.equal(frontMatter?.closed, false);
    assert.deepEqual(valuesOf(frontMatter), [['title', 'x']]);
  });

  test('without a closing fence, the front matter ends where the text begins', () => {
    for (const body of ['\n# Title\n', '## Title\n', '| a | b |\n', '[!INCLUDE [x](y.md)]\n', '\nSome words.\n', '']) {
      const frontMatter = read(`---\ntitle: x\nft.audience: internal\n${body}`);
      assert.equal(frontMatter?.closed, false);
      assert.deepEqual(
        valuesOf(frontMatter),
        [
          ['title', 'x'],
          ['ft.audience', 'internal'],
        ],
        body,
      );
    }
  });

  test('blank lines above make it indented', () => assert.equal(read('\n \n---\ntitle: x\n---\n')?.indented, true));

  test('no front matter: thematic breaks, setext headings, an empty text', () => {
    for (const text of [
      '',
      '\uFEFF',
      '---',
      '---\n',
      '---\n\n---\n\n---\nwords\n---\n',
      'Title\n---\n',
      '--- words ---\n',
      '\n---\n\nwords\n\n---\n',
    ]) {
      const frontMatter = read(text);
      assert.deepEqual(frontMatter?.fields ?? [], [], JSON.stringify(text));
    }
  });
});

describe('YAML', () => {
  test('a key used twice appears twice', () =>
    assert.deepEqual(valuesOf(read(between('title: a\ntitle: b'))), [
      ['title', 'a'],
      ['title', 'b'],
    ]));

  test('a tab is an error as indentation, but not after the colon', () => {
    assert.deepEqual(codesOf(read(between('title: x\n\tauthor: y'))), ['TAB_AS_INDENT']);
    assert.deepEqual(codesOf(read(between('title:\tx'))), []);
  });

  test('complex keys', () => {
    assert.deepEqual(valuesOf(read(between('? title\n: x\nauthor: y'))), [
      ['title', 'x'],
      ['author', 'y'],
    ]);
    assert.deepEqual(valuesOf(read(between('? [a, b]\n: x\nauthor: y'))), [['author', 'y']]);
  });

  test('a second document is an error', () => {
    assert.deepEqual(codesOf(read(between('title: x\n...\nauthor: y'))), ['MULTIPLE_DOCS']);
    assert.deepEqual(codesOf(read(between('title: x\n--- \t\n'.replace('--- \t', '--- y')))), ['MULTIPLE_DOCS']);
  });

  test('all errors are found at once', () =>
    assert.equal(codesOf(read(between('title: @x\nauthor: `y`\nmanager: %z'))).length, 3));

  test('values stay text: they are not converted to numbers, dates, or Booleans', () => {
    const lines = 'a: 1.10\nb: 2019-05-02\nc: yes\nd: null\ne: 0x1F\nf: ~';
    assert.deepEqual(valuesOf(read(between(lines))), [
      ['a', '1.10'],
      ['b', '2019-05-02'],
      ['c', 'yes'],
      ['d', 'null'],
      ['e', '0x1F'],
      ['f', '~'],
    ]);
  });

  test('a multiline value ends with its last line', () => {
    for (const value of [
      '|\n  one\n  two',
      '>-\n  one\n  two',
      'one\n  two',
      '"one\n  two"',
      '\n  - one\n  - two',
      '\n- one',
    ]) {
      const text = between(`title: ${value}\nauthor: x`);
      const field = read(text)?.fields[0];
      assert.equal(field === undefined ? '' : text.slice(field.span.start, field.span.end), `title: ${value}\n`);
    }
  });

  test('odd characters do no harm', () => {
    for (const odd of ['\0', '\uD800', '\uDC00', '\u2028', '\u0085', '\uFFFF', '👩‍💻', '\uFEFF', '\x1b[31m'])
      read(between(`title: a${odd}b\n${odd}author: x\nmanager:${odd}x`));
  });

  test('every prefix of a page can be read', () => {
    const text =
      '\uFEFF--- \r\n# required metadata\r\ntitle: "a: b" # c\r\n? d\r\n: [e, {f: g}]\r\nh: &i |\r\n  j\r\nk: *i\r\nl: \'m\r\n---\r\n# N\r\n';
    for (let end = 0; end <= text.length; end++) read(text.slice(0, end));
  });
});

test('an update reads the same front matter as a full parse', () => {
  const texts = [
    between('title: x\nft.audience: internal'),
    between('title: xy\nft.audience: internal'),
    '---\ntitle: xy\nft.audience: internal\n----\n\n# Title\n',
    '---js\ntitle: xy\nft.audience: internal\n---\n\n# Title\n',
    `\n${between('title: xy\nft.audience: internal')}`,
    between(`title: ${'['.repeat(100)}`),
    '# Title\n',
  ];
  for (const from of texts) {
    for (const to of texts) {
      const updated = updatePlaybook(parsePlaybook({ uri: 'file:///a.md', text: from }), to);
      assert.deepEqual(updated.frontMatter, parsePlaybook({ uri: 'file:///a.md', text: to }).frontMatter);
    }
  }
});

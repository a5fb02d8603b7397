import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readCsv, SheetError, writeCsv } from '../../server/src/sheets/index.js';
import type { Sheet } from '../../server/src/core/reports/sheet.js';
import { assertProperty } from '../support/property.js';
import { english } from '../support/english.js';

function sheetWith(columns: readonly string[], ...rows: readonly (readonly (string | number)[])[]): Sheet {
  return { name: '', columns, rows };
}

/** Header and rows as they are read. */
function read(source: string | Uint8Array): readonly (readonly (string | number)[])[] {
  const { columns, rows } = readCsv(source);
  return [columns, ...rows];
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

function assertRefused(source: string | Uint8Array, message: RegExp, what?: string): void {
  assert.throws(
    () => readCsv(source),
    (error) => error instanceof SheetError && message.test(english(error.said)),
    what,
  );
}

describe('CSV is written', () => {
  test('with a byte order mark, CRLF, and quotes where necessary', () => {
    assert.equal(
      writeCsv(
        sheetWith(
          ['File', 'title'],
          ['a.md', '中文'],
          ['b,c.md', 'say "x"'],
          ['d;e', ' f'],
          ['g', 'h\ni'],
          ['0983', 5],
        ),
      ),
      '\uFEFFFile,title\r\na.md,中文\r\n"b,c.md","say ""x"""\r\n"d;e"," f"\r\ng,"h\ni"\r\n0983,5\r\n',
    );
  });

  test('with another separator, and without the byte order mark', () => {
    assert.equal(
      writeCsv(sheetWith(['a', 'b'], ['1', '2,5']), { separator: ';', byteOrderMark: false }),
      'a;b\r\n1;"2,5"\r\n',
    );
    assert.equal(
      writeCsv(sheetWith(['a', 'b'], ['1', '2']), { separator: '\t', byteOrderMark: false }),
      'a\tb\r\n1\t2\r\n',
    );
  });

  test('so that Excel runs nothing', () => {
    const cells = ['=1+1', '+x', '-x', '@x', '\t=x', '\r=x', '\n=x', '＝1', '--5', '-5-5', "=cmd|'/c calc'!A1"];
    for (const cell of cells) {
      const written = writeCsv(sheetWith(['a'], [cell]), { byteOrderMark: false }).slice('a\r\n'.length);
      assert.match(written, /^"?'/, cell);
    }
    for (const number of ['-5', '+5', '-5.25', '12', '0983'])
      assert.equal(writeCsv(sheetWith([number]), { byteOrderMark: false }), `${number}\r\n`);
  });
});

describe('CSV is read', () => {
  test('with all separators', () => {
    for (const separator of [',', ';', '\t'])
      assert.deepEqual(read(`File${separator}title\n"a;b,c\t"${separator}2\n`), [
        ['File', 'title'],
        ['a;b,c\t', '2'],
      ]);
    assert.deepEqual(read('File;"a,b,c,d"\nx;1,5'), [
      ['File', 'a,b,c,d'],
      ['x', '1,5'],
    ]);
    assert.deepEqual(read('sep=|\r\na|b\r\n1|2'), [
      ['a', 'b'],
      ['1', '2'],
    ]);
    assert.deepEqual(read('one column\nx'), [['one column'], ['x']]);
  });

  test('with all line endings, even if a file has several', () => {
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(read(['a,b', '1,"x\ry"', '3,4', ''].join(end)), [
        ['a', 'b'],
        ['1', 'x\ry'],
        ['3', '4'],
      ]);
    assert.deepEqual(read('a,b\r\n1,2\n3,4\r5,6'), [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  test('with rows of any length; empty rows keep their position, and are removed at the end', () => {
    assert.deepEqual(read('a,b\n1\n\n1,2,3\n,,,,\n\n'), [
      ['a', 'b', ''],
      ['1', '', ''],
      ['', '', ''],
      ['1', '2', '3'],
    ]);
    for (const empty of ['', '\uFEFF', '\n\n', ',,\n'])
      assert.deepEqual(readCsv(empty, 'x'), { name: 'x', columns: [], rows: [] });
  });

  test('with a quotation mark inside a cell', () =>
    assert.deepEqual(read('a,b\n5" disk,"x" y\n'), [
      ['a', 'b'],
      ['5" disk', '"x" y'],
    ]));

  test('in the encodings that Chinese and Japanese versions of Excel use', () => {
    assert.deepEqual(
      read(
        bytesOf(
          '46696c652c5461736b204e616d650d0a612e6d642cbcecb2e9cdf8c2e7bacdb4fac0edc9e8d6c3a3accab9d3c3d6d0cec40d0a',
        ),
      ),
      [
        ['File', 'Task Name'],
        ['a.md', '检查网络和代理设置，使用中文'],
      ],
    );
    assert.deepEqual(
      read(bytesOf('46696c652c5461736b204e616d650d0a612e6d642c836c83628367838f815b834e82f08a6d944682b782e90d0a')),
      [
        ['File', 'Task Name'],
        ['a.md', 'ネットワークを確認する'],
      ],
    );
  });

  test('and not in ambiguous encodings', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['German in Windows-1252', '612c46fc7220616c6c65204772f6df65'],
      ['Spanish in Windows-1252', '612ce1f1e92cf161f161'],
      ['Korean in EUC-KR', '612cb3d7c6aebff6c5a920c8aec0ce2cbcb3c1a4b0fa20b0fcb8ae'],
      ['Japanese in EUC-JP', '612ca5cda5c3a5c8a5efa1bca5afa4f2b3cec7a7a4b9a4eb'],
      ['traditional Chinese in Big5', '612cc0cbac64baf4b5b8a94da54eb27ab35db86d'],
      ['UTF-8 that was cut', 'e6a380e69fa5e7bd91e7bb'],
    ];
    for (const [what, hex] of cases) assertRefused(bytesOf(hex), /encoding can't be detected.*CSV UTF-8.*\.xlsx/, what);
    assertRefused(new Uint8Array(Buffer.from('a,b', 'utf16le')), /NUL character.*CSV UTF-8/);
  });

  test('from bytes in UTF-8 and UTF-16', () => {
    const text = '\uFEFFFile\ttitle\na\t中文\n';
    const utf16 = new Uint8Array(Uint16Array.from([...text].map((character) => character.charCodeAt(0))).buffer);
    assert.deepEqual(read(new TextEncoder().encode(text)), [
      ['File', 'title'],
      ['a', '中文'],
    ]);
    assert.deepEqual(read(utf16), [
      ['File', 'title'],
      ['a', '中文'],
    ]);
    assertRefused(Uint8Array.from([0x46, 0xfc, 0x72]), /UTF-8/);
  });

  test("and rejected if it isn't CSV", () => {
    assertRefused('a,b\n1,2\n"x,3\n4,5', /^Row 3: a quotation mark isn't closed$/);
    assertRefused(Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0xff]), /UTF-8/);
  });
});

test('written CSV is read back, whatever the cells are', () => {
  const nasty = fc.constantFrom(
    '=1',
    "'=1",
    "''-x",
    "'",
    "'a",
    '-5',
    "'-5",
    '\t',
    '\r',
    '\n',
    '\r\n',
    '"',
    '""',
    ',',
    ';',
    '\uFEFF',
    ' ',
    '',
    'sep=;',
    '＋',
    '0983',
    '3/7/2020',
    '__proto__',
    'toString',
    '中文',
  );
  const cell = fc.oneof(
    nasty,
    fc.string({ unit: 'binary' }),
    fc.tuple(nasty, nasty).map((parts) => parts.join('')),
  );
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
  const separator = fc.constantFrom(',' as const, ';' as const, '\t' as const);
  assertProperty(
    fc.property(table, separator, fc.boolean(), (rows, separator, byteOrderMark) => {
      // A file cannot say that a row or a column without any text is there.
      const full = rows.map((row, index) => [`row ${index}`, ...row, 'end']);
      const [columns = [], ...body] = full;
      assert.deepEqual(read(writeCsv(sheetWith(columns, ...body), { separator, byteOrderMark })), full);
    }),
    1000,
  );
});

describe('a malicious file costs seconds', () => {
  const harmful: Record<string, () => string> = {
    'one row of commas': () => ','.repeat(15_000_000),
    'rows and rows': () => 'x\n'.repeat(7_000_000),
    'cells and cells': () => `${','.repeat(900)}\n`.repeat(10_000),
    'a quote that is never closed': () => `a,b\n"${'x'.repeat(15_000_000)}`,
    quotes: () => '"'.repeat(15_000_001),
    'more than is read': () => 'x'.repeat(17_000_000),
    columns: () => `${'x,'.repeat(2000)}\n`,
  };
  for (const [name, text] of Object.entries(harmful)) {
    test(name, () => assertRefused(text(), /more than|larger than|too long|never closed/));
  }
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import type { Sheet } from '../../server/src/core/reports/sheet.js';
import { readXlsx, SheetError, writeXlsx } from '../../server/src/sheets/index.js';
import { corpus, noCorpus, root } from '../support/project.js';
import { assertProperty } from '../support/property.js';
import { english } from '../support/english.js';

function sheetWith(...rows: readonly (readonly (string | number)[])[]): Sheet {
  const [columns = [], ...body] = rows;
  return { name: 'Sheet', columns: columns.map(String), rows: body };
}

/** The parts of a small workbook, as another program may write it; `parts` come in addition or instead. */
function workbookWith(sheetData: string, parts: Record<string, string> = {}): Uint8Array {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://x/relationships/${kind}" Target="${target}"/>`;
  const all: Record<string, string> = {
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<x:workbook xmlns:x="a" xmlns:ns="b"><x:sheets><x:sheet name="One" sheetId="1" ns:id="r1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', '/xl/worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', './styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, xml]) => [path, strToU8(xml)])));
}

/** Header and rows of the first sheet. */
function read(bytes: Uint8Array): readonly (readonly (string | number)[])[] {
  const [sheet] = readXlsx(bytes);
  return sheet === undefined ? [] : [sheet.columns, ...sheet.rows];
}

function assertRefused(bytes: Uint8Array, message: RegExp): void {
  assert.throws(
    () => readXlsx(bytes),
    (error) => error instanceof SheetError && message.test(english(error.said)),
  );
}

describe('a small file that would need much memory or time is rejected', () => {
  const row = '<row><c><v>1</v></c></row>';

  test('deeply nested elements', () => {
    assertRefused(workbookWith(`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`), /nested too deeply/);
    assertRefused(workbookWith(row, { 'xl/sharedStrings.xml': `<sst>${'<r>'.repeat(500)}` }), /nested too deeply/);
  });

  test('an element with thousands of attributes', () => {
    assertRefused(
      workbookWith(`<row ${Array.from({ length: 5000 }, (_, index) => `a${index}="1"`).join(' ')}/>`),
      /too many attributes/,
    );
  });

  test('a sheet that is listed again and again', () => {
    const sheets = '<sheet name="One" sheetId="1" r:id="r1"/>'.repeat(100_000);
    assertRefused(
      workbookWith(row, { 'xl/workbook.xml': `<workbook xmlns:r="b"><sheets>${sheets}</sheets></workbook>` }),
      /^The workbook has more than 250 sheets$/,
    );
  });

  test('millions of empty texts', () => {
    assertRefused(
      workbookWith(row, { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(2_000_001)}</sst>` }),
      /more than 2,000,000 texts/,
    );
  });
});

describe('a workbook is written', () => {
  const bytes = writeXlsx([
    sheetWith(['File', '标题'], ['0983', '3/7/2020'], [5, '这是一个相当长的标题']),
    { ...sheetWith(['x']), name: 'A/B: [much] longer than Excel allows it to be' },
    { ...sheetWith(), name: '' },
  ]);
  const parts = unzipSync(bytes);
  const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());

  test('with all cells except numbers as texts', () => {
    assert.deepEqual(read(bytes), [
      ['File', '标题'],
      ['0983', '3/7/2020'],
      ['5', '这是一个相当长的标题'],
    ]);
    assert.match(
      part('xl/worksheets/sheet1.xml'),
      /<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">0983<\/t>/,
    );
    assert.match(part('xl/worksheets/sheet1.xml'), /<c r="A3"><v>5<\/v>/);
    assert.match(part('xl/styles.xml'), /<xf numFmtId="49"/);
  });

  test('with a bold header that is always visible, and space for wide letters', () => {
    assert.match(
      part('xl/worksheets/sheet1.xml'),
      /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/,
    );
    assert.match(part('xl/worksheets/sheet1.xml'), /<c r="A1" s="2"/);
    assert.match(part('xl/worksheets/sheet1.xml'), /<col min="2" max="2" width="22" style="1" customWidth="1"\/>/);
  });

  test('with names that Excel allows', () => {
    const names = (sheets: readonly Sheet[]): string[] => readXlsx(writeXlsx(sheets)).map(({ name }) => name);
    assert.deepEqual(
      readXlsx(bytes).map(({ name }) => name),
      ['Sheet', 'A_B_ _much_ longer than Excel a', 'Sheet 2'],
    );
    assert.deepEqual(
      names(['a', 'A', 'a 2', 'x'.repeat(40), 'x'.repeat(40)].map((name) => ({ ...sheetWith(['a']), name }))),
      ['a', 'A 2', 'a 2 2', 'x'.repeat(31), `${'x'.repeat(29)} 2`],
    );
  });

  test('always with the same bytes', () =>
    assert.deepEqual(writeXlsx([sheetWith(['a'])]), writeXlsx([sheetWith(['a'])])));

  test("but not beyond Excel's limits", () => {
    assert.throws(() => writeXlsx([]), SheetError);
    assert.throws(
      () => writeXlsx([sheetWith(['a'], ['b', 'x'.repeat(40_000)])]),
      (error) => error instanceof SheetError && /B2/.test(english(error.said)),
    );
    assert.throws(() => writeXlsx([sheetWith(Array.from({ length: 20_000 }, () => 'x'))]), SheetError);
  });
});

test('a written workbook is read back, whatever the cells are', () => {
  const nasty = fc.constantFrom(
    '=1',
    "'=1",
    '_x0041_',
    '_x005F_',
    '_X000d_',
    '\r',
    '\r\n',
    '\n',
    '\t',
    '\0',
    '\x1f',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
    '😀',
    ' x ',
    ']]>',
    '<b>',
    '&amp;',
    '&#65;',
    '"',
    "'",
    '0983',
    '1e5',
    'TRUE',
    'toString',
    '__proto__',
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
  assertProperty(
    fc.property(table, (rows) => {
      const full = rows.map((row, index) => [`row ${index}`, ...row, 'end']);
      assert.deepEqual(read(writeXlsx([sheetWith(...full)])), full);
    }),
    300,
  );
});

describe('a workbook of another program is read', () => {
  const formats = ['14', '164', '165', '166', '22', '167', '168', '0', '169'];
  const codes: Record<string, string> = {
    164: '[$-404]e/m/d',
    165: '#,##0.00_ "days"',
    166: '0000',
    167: 'yyyy"年"m"月"d"日"',
    168: '[Red]General',
    169: 'h:mm:ss',
  };
  const styles = `<styleSheet><numFmts>${Object.entries(codes)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join(
      '',
    )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
  const number = (style: number, value: string): string => {
    const workbook = workbookWith(`<row><c s="${style}"><v>${value}</v></c></row>`, { 'xl/styles.xml': styles });
    return String(read(workbook)[0]?.[0]);
  };

  test('with days as month/day/year', () => {
    assert.equal(number(0, '43917'), '3/27/2020');
    assert.equal(number(1, '43917'), '3/27/2020');
    assert.equal(number(5, '43587'), '5/2/2019');
    assert.equal(number(4, '43587.5451388889'), '5/2/2019 13:05');
    assert.equal(number(8, '0.604178'), '14:30:01');
    assert.deepEqual(
      ['1', '59', '60', '61', '2958465', '2958466', '-1', '0'].map((day) => number(0, day)),
      ['1/1/1900', '2/28/1900', '2/29/1900', '3/1/1900', '12/31/9999', '2958466', '-1', '0'],
    );
  });

  test('with numbers as authors see them', () => {
    assert.equal(number(2, '0.30000000000000004'), '0.3');
    assert.equal(number(3, '983'), '0983');
    assert.equal(number(6, '43917'), '43917');
    assert.equal(number(7, '1E-3'), '0.001');
    assert.equal(number(7, 'x'), 'x');
  });

  test('with dates from 1904', () => {
    const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet name="x" r:id="r1"/></sheets></workbook>';
    assert.deepEqual(
      read(
        workbookWith('<row><c s="0"><v>42455</v></c><c s="0"><v>0</v></c></row>', {
          'xl/workbook.xml': workbook,
          'xl/styles.xml': styles,
        }),
      ),
      [['3/27/2020', '1/1/1904']],
    );
  });

  test('with every kind of cell', () => {
    const strings =
      '<sst><si><t>plain</t></si><si><r><t>in </t></r><r><t xml:space="preserve">pieces </t></r></si><si><t>漢字</t><rPh><t>かんじ</t></rPh></si></sst>';
    const cells = [
      't="s"><v>0</v>',
      't="s"><v>1</v>',
      't="s"><v>2</v>',
      't="s"><v>9</v>',
      't="b"><v>1</v>',
      't="b"><v>0</v>',
      't="e"><v>#N/A</v>',
      't="str"><f>A1&amp;"x"</f><v>plain_x000D_</v>',
      't="d"><v>2020-03-27T00:00:00Z</v>',
      't="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is>',
      's="7">',
      '>',
    ];
    const expected = ['plain', 'in pieces ', '漢字', '', 'TRUE', 'FALSE', '#N/A', 'plain\r', '3/27/2020', 'ab'];
    assert.deepEqual(
      read(
        workbookWith(`<row>${cells.map((cell) => `<c ${cell}</c>`).join('')}</row>`, {
          'xl/sharedStrings.xml': strings,
        }),
      ),
      [expected],
    );
  });

  test('with sizes as in large archives, as Java programs write them', () => {
    const bytes = workbookWith('<row><c><v>5</v></c></row>');
    assert.deepEqual(read(withLongSizes(bytes)), [['5']]);
    for (let end = 0; end < bytes.length; end += 7) assertRefused(withLongSizes(bytes).slice(0, end), /damaged/);
  });

  test('with gaps, and formatted cells far away', () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c><c><v>3</v></c></row><row r="1048576"><c r="XFD1048576" s="3"/></row>';
    assert.deepEqual(read(workbookWith(rows)), [
      ['', ''],
      ['', '1'],
      ['', ''],
      ['2', '3'],
    ]);
    assert.deepEqual(readXlsx(workbookWith('')), [{ name: 'One', columns: [], rows: [] }]);
  });
});

/** The archive with all sizes and offsets of its directory in 8 bytes. */
function withLongSizes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - 22;
  const entries: Uint8Array[] = [];
  for (let at = view.getUint32(end + 16, true); at < end;) {
    const length = 46 + view.getUint16(at + 28, true);
    const extra = new DataView(new ArrayBuffer(4 + 24));
    extra.setUint16(0, 1, true);
    extra.setUint16(2, 24, true);
    for (const [index, offset] of [24, 20, 42].entries())
      extra.setBigUint64(4 + index * 8, BigInt(view.getUint32(at + offset, true)), true);
    const entry = bytes.slice(at, at + length);
    const entryView = new DataView(entry.buffer);
    for (const offset of [24, 20, 42]) entryView.setUint32(offset, 0xffffffff, true);
    entryView.setUint16(30, 28, true);
    entries.push(entry, new Uint8Array(extra.buffer));
    at += length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return Buffer.concat([bytes.slice(0, view.getUint32(end + 16, true)), ...entries, bytes.slice(end)]);
}

describe("a file that isn't a workbook, or is malicious, is rejected", () => {
  const good = workbookWith('<row><c><v>1</v></c></row>');

  test('other files', () => {
    for (const bytes of [new Uint8Array(), strToU8('File,title\n'), strToU8('PK\x03\x04'), new Uint8Array(100_000)])
      assertRefused(bytes, /damaged|isn't an Excel workbook/);
    assertRefused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /old format or is password-protected/);
    assertRefused(zipSync({ 'word/document.xml': strToU8('<x/>') }), /isn't an Excel workbook/);
    assertRefused(workbookWith('', { 'xl/workbook.xml': '<sheets><sheet>' }), /damaged/);
    assertRefused(new Uint8Array(17 * 1024 * 1024), /larger than 16 MB/);
  });

  test('every prefix of a workbook, and every flipped byte', () => {
    for (let end = 0; end < good.length; end += 3) assertRefused(good.slice(0, end), /damaged/);
    for (let at = 0; at < good.length; at++) {
      const bytes = good.slice();
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      try {
        readXlsx(bytes);
      } catch (error) {
        assert.ok(error instanceof SheetError, `byte ${at}: ${String(error)}`);
      }
    }
  });

  test('a part that unpacks to much more than its declared size', () => {
    const bomb = zipSync({
      ...unzipSync(good),
      'xl/worksheets/sheet1.xml': new Uint8Array(70 * 1024 * 1024).fill(0x20),
    });
    assert.ok(bomb.length < 300_000);
    assertRefused(bomb, /uncompressed file is larger than 64 MB/);
    // The same with a lie about its size in every header.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 30 < bomb.length; at++) {
      const signature = view.getUint32(at, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
      else if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
    }
    assertRefused(bomb, /uncompressed file is larger than 64 MB/);
  });

  test('a sheet that is named again and again', () => {
    const sheets = Array.from({ length: 5000 }, () => '<sheet name="x" r:id="r1"/>').join('');
    const rows = `<row r="99000"><c r="A99000"><v>1</v></c></row>${'<row/>'.repeat(100_000)}`;
    assertRefused(
      workbookWith(rows, { 'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>` }),
      /more than/,
    );
  });

  test('cells at the largest possible address', () => {
    assertRefused(workbookWith('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), /rows/);
    assertRefused(workbookWith('<row r="1"><c r="XFD1"><v>1</v></c></row>'), /columns/);
    assertRefused(workbookWith('<row r="-5"><c><v>1</v></c></row>'), /rows/);
    assertRefused(
      workbookWith(`<row r="1"><c r="ALL1"><v>1</v></c></row><row r="90000"><c r="A90000"><v>1</v></c></row>`),
      /cells/,
    );
  });

  test('nested entities', () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    assertRefused(workbookWith('', { 'xl/worksheets/sheet1.xml': laughs }), /document type/);
    assertRefused(workbookWith('<row><c t="str"><v>&b;</v></c></row>'), /damaged/);
  });
});

test('the tables of real pages are read back unchanged', { skip: noCorpus }, () => {
  const files = readdirSync(corpus, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'));
  const rows = files.flatMap((file) => {
    const lines = readFileSync(join(corpus, file), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.includes('|'));
    return lines.map((line) => [file, line, 'end']);
  });
  assert.ok(rows.length > 3500);
  assert.deepEqual(read(writeXlsx([sheetWith(['File', 'Line', 'End'], ...rows)])).slice(1), rows);
});

test('everything runs with only the language and its text encoders', async () => {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/sheets/index.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'module', 'default'],
    format: 'iife',
    globalName: 'sheets',
    target: 'es2022',
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  assert.deepEqual(
    imports.filter(({ path, external }) => external === true || isBuiltin(path)),
    [],
  );

  const roundTrip = `
    const sheet = { name: 'x', columns: ['File', 'title'], rows: [['a.md', '中文, "x"'], ['b.md', '=1']] };
    JSON.stringify([sheets.readXlsx(sheets.writeXlsx([sheet]))[0], sheets.readCsv(sheets.writeCsv(sheet), 'x')])`;
  const read = JSON.parse(
    String(runInNewContext(`${outputFiles[0]?.text ?? ''};${roundTrip}`, { TextDecoder, TextEncoder })),
  ) as readonly Sheet[];
  const expected = {
    name: 'x',
    columns: ['File', 'title'],
    rows: [
      ['a.md', '中文, "x"'],
      ['b.md', '=1'],
    ],
  };
  assert.deepEqual(read, [expected, expected]);
});

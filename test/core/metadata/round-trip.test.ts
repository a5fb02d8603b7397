import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type Playbook } from '../../../server/src/core/index.js';
import { readDate } from '../../../server/src/core/dialect/dates.js';
import { planMetadataEdit } from '../../../server/src/core/reports/metadata-edit.js';
import { sayTheSame } from '../../../server/src/core/reports/same-text.js';
import type { Sheet } from '../../../server/src/core/reports/sheet.js';
import { damageIn, isSameValue, unwrapped } from '../../../server/src/core/reports/spreadsheet-damage.js';
import { readCsv, readXlsx, writeCsv, writeXlsx } from '../../../server/src/sheets/index.js';
import { corpus, noCorpus } from '../../support/project.js';
import { assertProperty } from '../../support/property.js';
import { pageOf, sheetOf } from './pages.js';

/** Values that YAML, CSV, or Excel could misinterpret. */
const nasty = fc.constantFrom(
  ': ',
  ' #',
  '#',
  '"',
  "'",
  '\\',
  '中文',
  '，',
  '：',
  '0983',
  '007',
  'yes',
  'No',
  'true',
  'null',
  '~',
  '12',
  '1.10',
  '0x1F',
  '1e5',
  '3/7/2020',
  '2020-03-27',
  '12:30',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  '|',
  '>',
  '*',
  '&',
  '!',
  '%',
  '@',
  '`',
  '=',
  '+1',
  '-1',
  '=1+1',
  "'=1",
  '\t',
  ' ',
  ',',
  ';',
  '---',
  '...',
  '<<',
  '_x0041_',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\x01',
  '😀',
  'toString',
  '(remove',
  '{{x}}',
  '\\n',
  '$' + '{x}',
  '$&',
);
const value = fc
  .oneof(
    fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((text) => text.trim() !== '' && !/[\r\n]/.test(text));

const KEYS = [
  'title',
  'description',
  'author',
  'ms.author',
  'manager',
  'ms.date',
  'ms.topic',
  'ft.audience',
  'zeta',
  'alpha',
  'hide_comments',
];
const key = fc.constantFrom(...KEYS);
/** Editable values of a key. */
const written = fc.constantFrom(
  '',
  ' x',
  " 'x''y'",
  ' "x\\ty"',
  '   x  ',
  ' x # comment',
  ' "x" # comment',
  '\tx\t',
  ' 0983',
  ' true',
  ' 5/2/2019',
  ' # comment',
  " ''",
  ' 中文',
);
const other = fc.constantFrom(
  '#comment',
  '',
  'list: [a, b]\n  # indented comment',
  'map: {a: b}',
  'block:\n  - one\n  - two',
  'text: |\n  one\n\n  two\n',
  'folded: one\n  two',
);
const frontMatter = fc.tuple(
  fc.uniqueArray(key, { maxLength: 8 }),
  fc.array(written, { minLength: 8, maxLength: 8 }),
  fc.uniqueArray(fc.tuple(fc.nat(8), other), { maxLength: 4, selector: ([, line]) => line }),
);
const source = fc.tuple(
  frontMatter,
  fc.constantFrom('\n', '\r\n', '\r'),
  fc.constantFrom('', '\uFEFF'),
  fc.constantFrom('', '\n# Title\n\n---\ntitle: body\n---\n'),
);

function textOf([[keys, values, others], lineEnd, mark, body]: readonly [
  readonly [readonly string[], readonly string[], readonly (readonly [number, string])[]],
  string,
  string,
  string,
]): string {
  const lines = ['keep: me', ...keys.map((name, index) => `${name}:${values[index] ?? ''}`)];
  for (const [at, line] of others) lines.splice(Math.min(at, lines.length), 0, line);
  return mark + ['---', ...lines, '---', body].join('\n').replaceAll('\n', lineEnd);
}

const viaFile: Record<string, (sheet: Sheet) => Sheet | undefined> = {
  'a CSV file': (sheet) => readCsv(writeCsv(sheet)),
  'a TSV file': (sheet) =>
    readCsv(new TextEncoder().encode(writeCsv(sheet, { separator: '\t', byteOrderMark: false }))),
  'an Excel workbook': (sheet) => readXlsx(writeXlsx([sheet]))[0],
};

for (const [name, roundTrip] of Object.entries(viaFile)) {
  test(`values changed in ${name} become the values of the page, without other changes`, () => {
    const wishes = fc.uniqueArray(
      fc.tuple(
        fc.oneof(key, fc.constantFrom('new key', 'ms.prod', 'a: b')),
        fc.oneof({ arbitrary: value, weight: 5 }, { arbitrary: fc.constant('(remove)'), weight: 1 }),
      ),
      { maxLength: 6, selector: ([wished]) => wished },
    );
    assertProperty(
      fc.property(source, wishes, (parts, all) => {
        const text = textOf(parts);
        const present = valuesOf(pageOf('x.md', text));
        const wished = all.filter(([key, value]) => isAnotherValue(present.get(key), value));
        const pages = new Map([['x,y.md', pageOf('x.md', text)]]);
        const sheet = sheetOf(pages);
        assert.deepEqual(planMetadataEdit(roundTrip(sheet) ?? sheet, pages), { changes: [], problems: [] });
        const read = roundTrip(withValues(sheet, new Map(wished))) ?? sheet;
        const { changes, problems } = planMetadataEdit(read, pages);
        assert.deepEqual(problems, []);
        assertEdited(
          text,
          changes.map(({ edit }) => edit),
          new Map(wished),
        );
      }),
      400,
    );
  });
}

/**
 * Whether a sheet with `value` changes the page: it differs from the page, and isn't what a spreadsheet turns the cell
 * into.
 */
function isAnotherValue(present: string | undefined, value: string): boolean {
  if (unwrapped(value) !== value || damageIn(value.trim()) !== undefined || /^\d{5}/.test(value.trim())) return false;
  return (
    present === undefined ||
    !(
      sayTheSame(present, value) ||
      isSameValue(present, value) ||
      (readDate(present) !== undefined && readDate(value) !== undefined)
    )
  );
}

function withValues({ name, columns, rows }: Sheet, values: ReadonlyMap<string, string>): Sheet {
  const all = [...new Set([...columns, ...values.keys()])];
  return {
    name,
    columns: all,
    rows: rows.map((row) => all.map((column, index) => values.get(column) ?? row[index] ?? '')),
  };
}

function valuesOf({ frontMatter }: Playbook): Map<string, string> {
  return new Map((frontMatter?.fields ?? []).map(({ key, value }) => [key.value, value.text]));
}

function assertEdited(
  text: string,
  edits: readonly { readonly span: { readonly start: number; readonly end: number }; readonly newText: string }[],
  wished: ReadonlyMap<string, string>,
): void {
  for (const [index, { span }] of edits.entries())
    assert.ok(span.start <= span.end && span.start >= (edits[index - 1]?.span.end ?? 0), 'in order, without overlap');
  const before = pageOf('x.md', text);
  const after = pageOf('x.md', applyEdits(text, edits));
  assert.deepEqual(after.frontMatter?.errors, []);
  const wanted = valuesOf(before);
  for (const [key, value] of wished) {
    if (value === '(remove)') wanted.delete(key);
    else wanted.set(key, value);
  }
  assert.deepEqual(Object.fromEntries(valuesOf(after)), Object.fromEntries(wanted));
  const untouched = (page: Playbook): string[] =>
    page.text
      .split(/\r\n|\n|\r/)
      .filter((line) => ![...wished.keys()].some((key) => line.startsWith(`${key}:`) || line.startsWith(`"${key}":`)));
  assert.deepEqual(untouched(after), untouched(before));
  assert.equal(after.text.slice(after.frontMatter?.span.end), text.slice(before.frontMatter?.span.end));
  const comments = (page: Playbook): number => page.text.split(/# ?comment/).length;
  if (![...wished.values()].some((value) => value === '(remove)' || value.includes('#')))
    assert.equal(comments(after), comments(before));
}

test('real pages', { skip: noCorpus }, () => {
  const files = readdirSync(corpus, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .filter((_, index) => index % 4 === 0);
  const pages = new Map(files.map((file) => [file, pageOf(file, readFileSync(join(corpus, file), 'utf8'))]));
  const sheet = sheetOf(pages);
  for (const roundTrip of Object.values(viaFile))
    assert.deepEqual(planMetadataEdit(roundTrip(sheet) ?? sheet, pages), { changes: [], problems: [] });

  const wished = new Map([
    ['title', 'Neu: "x" # y'],
    ['ms.date', '11/21/2026'],
    ['ft.owner', '0983'],
    ['brand-new', '值'],
  ]);
  const { changes, problems } = planMetadataEdit(readXlsx(writeXlsx([withValues(sheet, wished)]))[0] ?? sheet, pages);
  const refused = new Set(problems.map(({ path }) => path));
  let count = 0;
  for (const [path, { text, frontMatter }] of pages) {
    if (refused.has(path)) continue;
    count++;
    assert.notEqual(frontMatter, undefined);
    assertEdited(
      text,
      changes.filter((change) => change.path === path).map(({ edit }) => edit),
      wished,
    );
  }
  assert.ok(count > pages.size * 0.8, `only ${count} of ${pages.size} pages could be edited`);
});

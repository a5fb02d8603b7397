// Types pages in a real VS Code, with the extension and without it, and compares the files. See scripts/typing.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { authors } from './authors.mjs';
import { comparePages } from './compare.mjs';
import { pages } from './pages/index.mjs';
import { SPEEDS } from './typist.mjs';

const DIFFERENCES = fileURLToPath(new URL('../../out/typing', import.meta.url));

const { values } = parseArgs({ options: { speed: { type: 'string' }, page: { type: 'string', default: '' } } });
const chosen = pages.filter(({ name }) => name.toLowerCase().includes(values.page.toLowerCase()));
const speeds = Object.entries(SPEEDS).filter(([name]) => values.speed === undefined || name === values.speed);
if (chosen.length === 0 || speeds.length === 0) throw new Error('No such page or speed');

const total = { characters: 0, pages: 0, again: 0, differences: 0 };
const start = Date.now();
for (const [speed, pace] of speeds) {
  const rounds = authors.map(
    ({ name, settings }, author) =>
      () =>
        comparePages(pagesOf(author, speed), pace, settings, (page, comparison) =>
          report(`${page.name}, ${speed}, ${name}`, comparison),
        ),
  );
  // Fast typing needs the whole machine; otherwise there is room for two authors at the same time.
  if (speed === 'fast') for (const round of rounds) await round();
  else await Promise.all(rounds.map((round) => round()));
}
console.log(
  `${total.again} times a page was typed again: a key got lost on its way, or VS Code alone did not give the same page twice`,
);
console.log(
  `${total.characters} characters typed, ${total.pages} pages compared at ${speeds.length} ${speeds.length === 1 ? 'speed' : 'speeds'}, ${total.differences === 0 ? 'no' : total.differences} differences`,
);
process.exitCode = total.differences === 0 ? 0 : 1;

/**
 * The pages that an author types: all of them fast, one half at normal speed, and the other half slowly.
 *
 * @param {number} author
 * @param {string} speed
 */
function pagesOf(author, speed) {
  const [first, second] = inHalves(chosen);
  const normal = author === 0 ? first : second;
  return speed === 'fast' ? chosen : chosen.filter((page) => normal.includes(page) === (speed === 'normal'));
}

/** @typedef {{ pages: import('./pages/index.mjs').TypedPage[], keys: number }} Half */

/**
 * Two halves that take about the same time.
 *
 * @param {readonly import('./pages/index.mjs').TypedPage[]} all
 * @returns {[Half['pages'], Half['pages']]}
 */
function inHalves(all) {
  /** @type {[Half, Half]} */
  const halves = [
    { pages: [], keys: 0 },
    { pages: [], keys: 0 },
  ];
  for (const page of [...all].sort((a, b) => b.keys.length - a.keys.length)) {
    const lighter = halves.reduce((a, b) => (b.keys < a.keys ? b : a));
    lighter.pages.push(page);
    lighter.keys += page.keys.length;
  }
  return [halves[0].pages, halves[1].pages];
}

/**
 * @param {string} title
 * @param {import('./compare.mjs').Comparison} comparison
 */
function report(title, { keys, again, expected, references, actual }) {
  const isSame = actual === expected;
  total.characters += keys;
  total.pages += 1;
  total.again += again;
  total.differences += isSame ? 0 : 1;
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(
    `${isSame ? '✔' : '✖'} ${title}: ${keys} keys${again === 0 ? '' : `, ${again} times again`} (${seconds} s)`,
  );
  const other = references.find((text) => text !== expected);
  if (other !== undefined)
    console.log(`  VS Code alone gave more than one page:\n${firstDifference('once', expected, 'once', other)}`);
  if (isSame) return;
  console.log(firstDifference('without the extension', expected, 'with it', actual));
  keep(title, { 'with the extension': actual, 'without it': expected });
}

/**
 * @param {string} title
 * @param {Record<string, string>} texts
 */
function keep(title, texts) {
  mkdirSync(DIFFERENCES, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(`${DIFFERENCES}/${title}, ${name}.md`, text);
  console.log('  both pages are in out/typing');
}

/**
 * @param {string} which
 * @param {string} text
 * @param {string} whichOther
 * @param {string} other
 */
function firstDifference(which, text, whichOther, other) {
  const [lines, others] = [text.split('\n'), other.split('\n')];
  const line = Math.max(
    lines.findIndex((content, index) => content !== others[index]),
    0,
  );
  return `  line ${line + 1} ${which}: ${JSON.stringify(lines[line])}\n  line ${line + 1} ${whichOther}: ${JSON.stringify(others[line])}`;
}

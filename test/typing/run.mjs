// npm run typing: types pages in a real VS Code, with the extension and without it, and compares the files.
//
//   npm run typing                    every page at three speeds
//   npm run typing -- --speed fast    at one of them: fast, normal, slow
//   npm run typing -- --page german   only the pages with this in their name
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { comparePages } from './compare.mjs';
import { pages } from './pages/index.mjs';
import { authors } from './authors.mjs';
import { SPEEDS } from './typist.mjs';

const DIFFERENCES = fileURLToPath(new URL('../../out/typing', import.meta.url));

const { values } = parseArgs({ options: { speed: { type: 'string' }, page: { type: 'string', default: '' } } });
const chosen = pages.filter(({ name }) => name.toLowerCase().includes(values.page.toLowerCase()));
const speeds = Object.entries(SPEEDS).filter(([name]) => values.speed === undefined || name === values.speed);
if (chosen.length === 0 || speeds.length === 0) throw new Error('No such page or speed');

const total = { characters: 0, pages: 0, again: 0, differences: 0 };
const start = Date.now();
for (const [speed, pace] of speeds) {
  const rounds = authors.map(({ name, settings }, index) => () => comparePages(pagesOf(index, speed), pace, settings, (page, comparison) => report(`${page.name}, ${speed}, ${name}`, comparison)));
  // Slow typing leaves room for two authors at the same time.
  if (speed === 'fast') for (const round of rounds) await round();
  else await Promise.all(rounds.map((round) => round()));
}
console.log(`${total.again} times a page was typed again: a key got lost on its way, or VS Code alone did not give the same page twice`);
console.log(`${total.characters} characters typed, ${total.pages} pages compared at ${speeds.length} speeds, ${total.differences === 0 ? 'no' : total.differences} differences`);
process.exitCode = total.differences === 0 ? 0 : 1;

/**
 * The pages that an author types. Slowly, each page is typed by one of them.
 *
 * @param {number} author
 * @param {string} speed
 */
function pagesOf(author, speed) {
  return chosen.filter((page, index) => speed !== 'slow' || (index + author) % authors.length === 0);
}

/**
 * @param {string} title
 * @param {import('./compare.mjs').Comparison} comparison
 */
function report(title, { keys, again, expected, actual }) {
  const isSame = actual === expected;
  total.characters += keys;
  total.pages += 1;
  total.again += again;
  total.differences += isSame ? 0 : 1;
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${isSame ? '✔' : '✖'} ${title}: ${keys} keys${again === 0 ? '' : `, ${again} times again`} (${seconds} s)`);
  if (isSame) return;
  console.log(firstDifference(expected, actual));
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
 * @param {string} expected
 * @param {string} actual
 */
function firstDifference(expected, actual) {
  const [without = [], withIt = []] = [expected, actual].map((text) => text.split('\n'));
  const line = Math.max(without.findIndex((text, index) => text !== withIt[index]), 0);
  return `  line ${line + 1} without the extension: ${JSON.stringify(without[line])}\n  line ${line + 1} with it:             ${JSON.stringify(withIt[line])}`;
}

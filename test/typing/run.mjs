// npm run typing: types pages in a real VS Code, with the extension and without it, and compares the files.
//
//   npm run typing                    every page at three speeds
//   npm run typing -- --speed fast    at one of them: slow, normal, fast
//   npm run typing -- --page german   only the pages with this in their name
import { parseArgs } from 'node:util';
import { typePages } from './compare.mjs';
import { pages } from './pages/index.mjs';
import { SPEEDS } from './typist.mjs';

const { values } = parseArgs({ options: { speed: { type: 'string' }, page: { type: 'string', default: '' } } });
const chosen = pages.filter(({ name }) => name.toLowerCase().includes(values.page.toLowerCase()));
const speeds = Object.entries(SPEEDS).filter(([name]) => values.speed === undefined || name === values.speed);
if (chosen.length === 0 || speeds.length === 0) throw new Error('No such page or speed');

/** What authors may have set: suggestions come when they are asked for, or while they type and with nothing selected. */
const editors = [
  { name: 'as installed', settings: {} },
  { name: 'with lists that open while typing', settings: { '[markdown]': { 'editor.suggest.selectionMode': 'never' } } },
];

const total = { characters: 0, files: 0, differences: 0 };
for (const [speed, pace] of speeds) {
  for (const { name, settings } of editors) {
    const [expected, actual] = await Promise.all([typePages(chosen, pace, { settings, withoutExtensions: true }), typePages(chosen, pace, { settings })]);
    for (const [index, { name: page, keys, text }] of actual.entries()) {
      const wanted = expected[index]?.text ?? '';
      const isSame = text === wanted;
      total.characters += keys;
      total.files += 1;
      total.differences += isSame ? 0 : 1;
      console.log(`${isSame ? '✔' : '✖'} ${page}, ${speed}, ${name}: ${keys} keys`);
      if (!isSame) console.log(firstDifference(wanted, text));
    }
  }
}
console.log(`${total.characters} characters typed, ${total.files} files compared, ${total.differences} differences`);
process.exitCode = total.differences === 0 ? 0 : 1;

/**
 * @param {string} expected
 * @param {string} actual
 */
function firstDifference(expected, actual) {
  const [without, withIt] = [expected, actual].map((text) => text.split('\n'));
  const line = without?.findIndex((text, index) => text !== withIt?.[index]) ?? 0;
  return `  line ${line + 1} without the extension: ${JSON.stringify(without?.[line])}\n  line ${line + 1} with it:             ${JSON.stringify(withIt?.[line])}`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads all pages of a folder and does nothing with them: `node read-all.js FOLDER`. No program can do less. */
const folder = process.argv[2] ?? '.';
let length = 0;
for (const name of readdirSync(folder, { recursive: true }).map(String))
  if (name.endsWith('.md')) length += readFileSync(join(folder, name), 'utf8').length;
console.log(length);

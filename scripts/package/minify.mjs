// Makes the bundles smaller than esbuild can, which matters only for what authors download.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'terser';

/**
 * Rewrites all bundles in a folder. Each is one module or one function, so its outermost names are its own.
 *
 * @param {string} folder
 */
export async function minifyAll(folder) {
  const bundles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  for (const name of bundles) {
    const path = join(folder, name);
    const { code } = await minify(readFileSync(path, 'utf8'), {
      ecma: 2020,
      compress: { passes: 2, toplevel: true },
      mangle: { toplevel: true },
    });
    if (code === undefined) throw new Error(`${name} could not be made smaller`);
    writeFileSync(path, code);
  }
}

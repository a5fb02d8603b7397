// The texts of the product in accented English, for tests that don't go through the compiler.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * @typedef {object} Pseudo
 * @property {Readonly<Record<string, string>>} pseudoTexts of all messages, by id
 * @property {(english: string) => string} accented
 * @property {(text: string) => string[]} plainWords the words without accents
 * @property {(locale: string) => string} knownWords words that are right without accents, in the place of the locale
 */

/** @returns {Promise<Pseudo>} */
export async function pseudo() {
  const outfile = `${root}out/pseudo-texts-${process.pid}.cjs`;
  await build({
    absWorkingDir: root,
    entryPoints: ['test/locales/pseudo-texts.ts'],
    bundle: true,
    outfile,
    platform: 'node',
    format: 'cjs',
    external: ['typescript'],
    // Only the words of the core are needed.
    define: { PRODUCT_ADDRESS: 'null', PRODUCT_DOCS: 'null', PRODUCT_VERSION: '""' },
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(outfile);
}

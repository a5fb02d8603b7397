// What is checked without running the product: each check is a program of Node that passes or fails as a whole.

/** @type {readonly (readonly [name: string, args: readonly string[]])[]} */
export const LINTERS = [
  ['Lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['Layout', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  [
    'Import circles',
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'client', 'server', 'test', 'scripts'],
  ],
  ['Unused code', ['node_modules/knip/bin/knip.js']],
];

/** @type {typeof LINTERS} */
export const CHECKS = [['Types', ['node_modules/typescript/bin/tsc', '-b']], ...LINTERS];

import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './project.js';

/** As in esbuild.js: gray-matter's file access and its own engines are never asked for. */
export const absentGrayMatterExtras: Plugin = {
  name: 'absent-gray-matter-extras',
  setup(build) {
    const absent = join(root, 'server/src/core/parse/absent.cjs');
    build.onResolve({ filter: /^(?:fs|(?:\.|\.\/lib)\/engines)$/ }, ({ importer }) =>
      /[\\/]gray-matter[\\/]/.test(importer) ? { path: absent } : undefined,
    );
  },
};

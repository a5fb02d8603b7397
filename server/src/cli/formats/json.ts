import type { Format } from './report.js';

/** For programs. Keys are only ever added. */
export const json: Format = ({ files, summary }) => `${JSON.stringify({ files, summary }, null, 2)}\n`;

import type { Format } from './report.js';

/** For programs. Keys can be added, but never removed. */
export const json: Format = ({ files, summary }) => `${JSON.stringify({ files, summary }, null, 2)}\n`;

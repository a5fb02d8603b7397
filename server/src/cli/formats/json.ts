import type { ReportFormat } from './report.js';

/** For programs. Keys can be added, but never removed. */
export const json: ReportFormat = ({ files, summary }) =>
  `${JSON.stringify({ files: files.map(({ path, problems }) => ({ path, problems })), summary }, null, 2)}\n`;

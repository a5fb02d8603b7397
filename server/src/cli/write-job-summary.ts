import type { Message } from '../messages/index.js';
import type { CliEnvironment } from './cli-environment.js';
import { unwritable } from './file-texts.js';
import { jobSummary } from './formats/job-summary.js';
import type { PrintOptions, Report } from './formats/report.js';

/** A larger summary isn't shown at all. */
const MAX_BYTES = 1_048_576;

/** Appends to the summary of the job, in a step of GitHub Actions. Returns why that failed, if it did. */
export async function writeJobSummary(
  report: Report,
  options: PrintOptions,
  { host, github }: CliEnvironment,
): Promise<Message[]> {
  const path = github?.summaryFile;
  if (path === undefined) return [];
  try {
    const isPresent = (await host.kindOf(path)) !== undefined;
    const size = isPresent ? (await host.read(path, 0)).size : 0;
    await host.append(path, new TextEncoder().encode(jobSummary(report, options, MAX_BYTES - size)));
    return [];
  } catch (error) {
    return [unwritable(path, error)];
  }
}

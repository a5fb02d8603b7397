import type { Message } from '../messages/index.js';
import type { ReportedFile } from './formats/report.js';

/** The result for a file. */
export interface CheckedFile {
  readonly outcome: 'checked' | 'toc' | 'foreign' | 'ignored' | 'failed';
  /** Only for a playbook or a table of contents. */
  readonly file: ReportedFile | undefined;
  /** The text after the fixes, if the file contains text that can be written. */
  readonly text: string | undefined;
  /** The number of fixed problems. */
  readonly fixed: number;
  /** A rule threw an error. */
  readonly ruleFailed: boolean;
  /** For standard error. */
  readonly messages: readonly Message[];
}

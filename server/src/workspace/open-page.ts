import type { Playbook } from '../core/index.js';

/** The page of an open document. */
export interface OpenPage {
  readonly playbook: Playbook;
  /** `false`: another Markdown file, or a page that is about to become a playbook. */
  readonly isOurs: boolean;
}

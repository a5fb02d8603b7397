import type { Playbook } from '../core/index.js';

/** The page that an open document is. */
export interface OpenPage {
  readonly playbook: Playbook;
  /** `false`: another Markdown file, or one that is only about to become a playbook. */
  readonly isOurs: boolean;
}

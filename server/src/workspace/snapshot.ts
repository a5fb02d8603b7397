import type { EffectiveConfig, FilePath, LineMap, PageSummary, Playbook, TocSummary } from '../core/index.js';
import type { CheckResult } from './check-result.js';

/** An open document as a request works with it: its text, what it was read as, and the configuration that applies. No rule has run. Nothing in it changes. */
export interface Snapshot {
  readonly kind: CheckResult['kind'];
  /** The normalized address. */
  readonly uri: string;
  readonly path: FilePath;
  readonly text: string;
  readonly lines: LineMap;
  /** `undefined` for a document that no configuration applies to: an ignored or deleted one, or a configuration file. */
  readonly config: EffectiveConfig | undefined;
  /** The page, of a playbook and of other Markdown. `undefined` for a text that is too large or not text at all. */
  readonly playbook: Playbook | undefined;
  /** What the index knows of the page; `undefined` until the workspace is read. */
  readonly summary: PageSummary | undefined;
  readonly toc: TocSummary | undefined;
  /** The result for a text that the rules never see. */
  readonly result: CheckResult | undefined;
}

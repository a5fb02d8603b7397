import type { EffectiveConfig, FilePath, LineMap, PageSummary, Playbook, TocSummary } from '../core/index.js';
import type { CheckResult } from './check-result.js';
import type { Uri } from './uris.js';

/** The state of an open document for one request: its text, its parse, and the configuration that applies. Immutable. No rules have run. */
export interface Snapshot {
  readonly kind: CheckResult['kind'];
  /** The normalized address. */
  readonly uri: Uri;
  readonly path: FilePath;
  readonly text: string;
  readonly lines: LineMap;
  /** `undefined` for ignored and deleted documents and for configuration files. */
  readonly config: EffectiveConfig | undefined;
  /** The parsed page, also of other Markdown. `undefined` if the text is too large or binary. */
  readonly playbook: Playbook | undefined;
  /** The summary in the index; `undefined` until the workspace was read. */
  readonly summary: PageSummary | undefined;
  readonly toc: TocSummary | undefined;
  /** The result for a text that the rules never check. */
  readonly result: CheckResult | undefined;
}

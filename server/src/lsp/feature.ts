import type { ServerCapabilities } from 'vscode-languageserver';
import type { Format } from '../messages/formatting/index.js';
import type { ClosedFiles } from './diagnostics/closed-files.js';
import type { Diagnostics } from './diagnostics/diagnostics.js';
import type { ClientFeatures } from './session/client-features.js';
import type { Session } from './session/session.js';

/** A feature of the server: what it announces to the client, and the requests that it answers. */
export interface Feature {
  /** Its part of the server's capabilities. Requests that only our own client sends need none. */
  readonly capability?: (client: ClientFeatures, format: Format) => ServerCapabilities;
  readonly register: (context: FeatureContext) => void;
}

/** What a feature can use. */
export interface FeatureContext {
  readonly session: Session;
  readonly diagnostics: Diagnostics;
  readonly closedFiles: ClosedFiles;
  /** Today's date, `YYYY-MM-DD`. */
  readonly today: () => string;
}

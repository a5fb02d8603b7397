import type { PlaybookState } from '../../../server/src/protocol';
import type { ServerStatus } from './server-lifecycle';

/** Everything the status item depends on. */
export interface StatusFacts {
  readonly server: ServerStatus;
  readonly busy: string | undefined;
  /** `undefined`: the server hasn't sent it yet. */
  readonly page: Pick<PlaybookState, 'isPlaybook' | 'isEnabled' | 'isIgnored' | 'faultyConfiguration'> | undefined;
  readonly errors: number;
  readonly warnings: number;
}

/** What the status item shows. */
export type Status =
  | { readonly kind: 'starting' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'busy'; readonly doing: string }
  | { readonly kind: 'checking' }
  | { readonly kind: 'not-a-playbook' }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'switched-off' }
  /** `uri`: the configuration file. */
  | { readonly kind: 'faulty-configuration'; readonly uri: string; readonly errors: number; readonly warnings: number }
  | { readonly kind: 'clean' }
  | { readonly kind: 'problems'; readonly errors: number; readonly warnings: number };

/** The most important state. */
export function statusOf({ server, busy, page, errors, warnings }: StatusFacts): Status {
  if (server === 'failed' || server === 'stopped') return { kind: 'failed' };
  if (server === 'starting') return { kind: 'starting' };
  if (busy !== undefined) return { kind: 'busy', doing: busy };
  if (page === undefined) return { kind: 'checking' };
  if (page.isIgnored) return { kind: 'ignored' };
  if (!page.isPlaybook) return { kind: 'not-a-playbook' };
  if (!page.isEnabled) return { kind: 'switched-off' };
  if (page.faultyConfiguration !== null)
    return { kind: 'faulty-configuration', uri: page.faultyConfiguration, errors, warnings };
  return errors + warnings === 0 ? { kind: 'clean' } : { kind: 'problems', errors, warnings };
}

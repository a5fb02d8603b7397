import type { AlertPlace } from '../features/caret-place.js';
import { ALERT_PURPOSES, purposeOf } from '../features/purposes.js';
import { all, type CompletionRequest, type Completions } from './completion.js';

/** The alert kinds, which are in English in every language. */
export function alertCompletions(
  { span, isClosed }: AlertPlace,
  { playbook: { vocabulary } }: CompletionRequest,
): Completions {
  return all(
    vocabulary.alertKinds.map((kind) => {
      const documentation = purposeOf(ALERT_PURPOSES, kind);
      return {
        label: kind,
        kind: 'alert',
        edit: { span, newText: isClosed ? kind : `${kind}]` },
        ...(documentation !== undefined && { documentation }),
      };
    }),
  );
}

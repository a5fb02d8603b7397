import type { NotCheckedReason } from '../protocol/index.js';
import type { DocumentSnapshot } from './session.js';

/** Why an open page is not checked; `undefined`: it is. A page that is not open counts as no playbook. */
export function whyNotChecked(snapshot: DocumentSnapshot | undefined): NotCheckedReason | undefined {
  if (snapshot?.kind === 'ignored') return 'ignored';
  if (snapshot?.kind !== 'playbook' || snapshot.playbook === undefined) return 'no-playbook';
  return snapshot.isEnabled ? undefined : 'switched-off';
}

/** What people are told who want to change such a page, and what helps. */
export const NOT_CHECKED_TEXTS: Readonly<Record<NotCheckedReason, string>> = {
  'no-playbook': "This page isn't a playbook",
  ignored: 'The configuration ignores this page. To check and change it, remove it from "ignore" in .playbooklint.json',
  'switched-off': 'Checking is off for this page. Turn on the setting playbook.enable',
};

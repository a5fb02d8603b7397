import { defineMessages, type Message } from '../../messages/index.js';
import type { NotCheckedReason } from '../../protocol/index.js';
import type { DocumentSnapshot } from './session.js';

const texts = defineMessages('not-checked', {
  noPlaybook: "This page isn't a playbook",
  gone: 'The file of this page no longer exists. To change the page, save it again',
  ignored: {
    text: 'The configuration ignores this page. To check and change it, remove it from "ignore" in .playbooklint.json',
    note: '"ignore" is a key of the configuration file.',
  },
  switchedOff: {
    text: 'Checking is off for this page. Turn on the setting playbook.enable',
    note: 'playbook.enable is the name of a setting in VS Code.',
  },
});

/** Why an open page isn't checked; `undefined` if it is. A page that isn't open doesn't count as a playbook. */
export function whyNotChecked(snapshot: DocumentSnapshot | undefined): NotCheckedReason | undefined {
  if (snapshot?.kind === 'ignored') return 'ignored';
  if (snapshot?.kind === 'deleted') return 'gone';
  if (snapshot?.kind !== 'playbook' || snapshot.playbook === undefined) return 'no-playbook';
  return snapshot.isEnabled ? undefined : 'switched-off';
}

/** The message for authors who want to change such a page: the reason, and what to do. */
export const NOT_CHECKED_TEXTS: Readonly<Record<NotCheckedReason, Message>> = {
  'no-playbook': texts.noPlaybook,
  gone: texts.gone,
  ignored: texts.ignored,
  'switched-off': texts.switchedOff,
};

import { defineTexts } from '../shared/texts';
import type { PanelState } from './protocol/messages';

/** What an empty report means, and what to do. */
export const EMPTY_REPORT: Readonly<Record<PanelState['kind'], string>> = defineTexts('report/empty-report', {
  tasks:
    'No playbook in this workspace has tasks.\nTasks are listed in a table under a heading such as "FTOP Tasks".\nPages that the configuration ignores are not included.',
  translations:
    'All translations in this workspace match their English pages.\nThe name of a translation is the name of its English page plus a language: network-sc.md or de/network.md for network.md.',
  metadata:
    'This workspace has no playbooks.\nA Markdown file is a playbook if its front matter has ft.audience or ms.topic, or if it has an FTOP task table.\nPages that the configuration ignores are not included.',
});

import { l10n } from 'vscode';
import type { ReportKind } from '../../../../server/src/protocol';

export const reportKinds: readonly ReportKind[] = ['tasks', 'translations', 'metadata'];

export function titleOf(kind: ReportKind): string {
  switch (kind) {
    case 'tasks':
      return l10n.t('Playbook Tasks');
    case 'translations':
      return l10n.t('Playbook Translations');
    case 'metadata':
      return l10n.t('Playbook Front Matter');
  }
}

/** What each report is for, where one has to be chosen. */
export function descriptionOf(kind: ReportKind): string {
  switch (kind) {
    case 'tasks':
      return l10n.t('every task, what the pages call it, and where they disagree');
    case 'translations':
      return l10n.t('where a translation differs from its English page');
    case 'metadata':
      return l10n.t('the front matter of every playbook; can be edited and applied');
  }
}

/** What an empty report means, and what may help. */
export function emptyText(kind: ReportKind): string {
  switch (kind) {
    case 'tasks':
      return l10n.t(
        'No playbook in this workspace has tasks.\nTasks are listed in a table under a heading such as "FTOP Tasks".\nPages that the configuration ignores are not included.',
      );
    case 'translations':
      return l10n.t(
        'All translations in this workspace match their English pages.\nThe name of a translation is the name of its English page plus a language: network-sc.md or de/network.md for network.md.',
      );
    case 'metadata':
      return l10n.t(
        'This workspace has no playbooks.\nA Markdown file is a playbook if its front matter has ft.audience or ms.topic, or if it has an FTOP task table.\nPages that the configuration ignores are not included.',
      );
  }
}

/** What a file with the report is called at first. */
export function fileNameOf(kind: ReportKind): string {
  return { tasks: 'playbook-tasks', translations: 'playbook-translations', metadata: 'playbook-front-matter' }[kind];
}

/** Shown if no folder is open. */
export function noWorkspaceText(): string {
  return l10n.t('There is no folder to report on. Open the folder with your playbooks first.');
}

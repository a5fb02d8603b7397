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

/** The description of each report in the list of reports. */
export function descriptionOf(kind: ReportKind): string {
  switch (kind) {
    case 'tasks':
      return l10n.t('All tasks with their names on each page, and the differences between pages');
    case 'translations':
      return l10n.t('Differences between translations and their English pages');
    case 'metadata':
      return l10n.t('The front matter of all playbooks, which you can edit and apply');
  }
}

/** What an empty report means, and what to do. */
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

/** The default file name of a report. */
export function fileNameOf(kind: ReportKind): string {
  return { tasks: 'playbook-tasks', translations: 'playbook-translations', metadata: 'playbook-front-matter' }[kind];
}

/** Shown if no folder is open. */
export function noWorkspaceText(): string {
  return l10n.t('No folder is open. Open the folder that contains your playbooks.');
}

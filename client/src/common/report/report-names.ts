import type { ReportKind } from '../../../../server/src/protocol';
import { defineTexts } from '../texts';

const texts = defineTexts('report-names', {
  tasks: { text: 'Playbook Tasks', note: 'The title of a report.' },
  translations: { text: 'Playbook Translations', note: 'The title of a report.' },
  metadata: { text: 'Playbook Front Matter', note: 'The title of a report.' },
  aboutTasks: 'All tasks with their names on each page, and the differences between pages',
  aboutTranslations: 'Differences between translations and their English pages',
  aboutMetadata: 'The front matter of all playbooks, which you can edit and apply',
  noTasks:
    'No playbook in this workspace has tasks.\nTasks are listed in a table under a heading such as "FTOP Tasks".\nPages that the configuration ignores are not included.',
  noTranslations:
    'All translations in this workspace match their English pages.\nThe name of a translation is the name of its English page plus a language: network-sc.md or de/network.md for network.md.',
  noMetadata:
    'This workspace has no playbooks.\nA Markdown file is a playbook if its front matter has ft.audience or ms.topic, or if it has an FTOP task table.\nPages that the configuration ignores are not included.',
});

export const reportKinds: readonly ReportKind[] = ['tasks', 'translations', 'metadata'];

export function titleOf(kind: ReportKind): string {
  return texts[kind];
}

/** The description of each report in the list of reports. */
export function descriptionOf(kind: ReportKind): string {
  return { tasks: texts.aboutTasks, translations: texts.aboutTranslations, metadata: texts.aboutMetadata }[kind];
}

/** What an empty report means, and what to do. */
export function emptyText(kind: ReportKind): string {
  return { tasks: texts.noTasks, translations: texts.noTranslations, metadata: texts.noMetadata }[kind];
}

/** The default file name of a report. */
export function fileNameOf(kind: ReportKind): string {
  return { tasks: 'playbook-tasks', translations: 'playbook-translations', metadata: 'playbook-front-matter' }[kind];
}

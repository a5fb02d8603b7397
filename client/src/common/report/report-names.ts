import type { ReportKind } from '../../../../server/src/protocol';
import { defineTexts } from '../texts';

const texts = defineTexts('report-names', {
  tasks: { text: 'Playbook Tasks', note: 'The title of a report.' },
  translations: { text: 'Playbook Translations', note: 'The title of a report.' },
  metadata: { text: 'Playbook Front Matter', note: 'The title of a report.' },
  aboutTasks: 'All tasks with their names on each page, and the differences between pages',
  aboutTranslations: 'Differences between translations and their English pages',
  aboutMetadata: 'The front matter of all playbooks, which you can edit and apply',
});

export const reportKinds: readonly ReportKind[] = ['tasks', 'translations', 'metadata'];

export function titleOf(kind: ReportKind): string {
  return texts[kind];
}

/** The description of each report in the list of reports. */
export function descriptionOf(kind: ReportKind): string {
  return { tasks: texts.aboutTasks, translations: texts.aboutTranslations, metadata: texts.aboutMetadata }[kind];
}

/** The default file name of a report. */
export function fileNameOf(kind: ReportKind): string {
  return { tasks: 'playbook-tasks', translations: 'playbook-translations', metadata: 'playbook-front-matter' }[kind];
}

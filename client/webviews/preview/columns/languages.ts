import { defineMessages } from '../../../../server/src/messages/index';
import type { TaskPreview } from '../protocol/messages';
import { NO_LABELS, type Column } from './column';
import type { PlacedRow } from './placed-row';

const texts = defineMessages('preview/languages', {
  title: { text: 'Languages', note: 'Header of a column: all languages that have the task.' },
});

/** The languages in which the task exists in the workspace. */
export const languages: Column<'languages'> = {
  id: 'languages',
  title: texts.title,
  isShown: haveSeveral,
  text: languagesOf,
  look: { kind: 'text' },
  width: { tight: 10, least: 12, most: 40, share: 0 },
  sortKey: languagesOf,
  isSearched: false,
  filter: { isShown: haveSeveral, values: ({ task }) => task?.languageNames ?? [], labels: NO_LABELS },
  exported: { name: 'Languages', isForInformation: true, cell: languagesOf },
};

function languagesOf({ task }: PlacedRow): string {
  return task?.languageNames.join(', ') ?? '';
}

/** In a workspace with one language, all rows would say the same. */
function haveSeveral({ tasks }: TaskPreview): boolean {
  return tasks?.some(({ languageNames }) => languageNames.length > 1) ?? false;
}

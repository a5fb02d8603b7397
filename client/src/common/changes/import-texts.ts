import { defineTexts } from '../texts';

/** Texts about applying an edited file of tasks or front matter to the playbooks. */
export const importTexts = defineTexts('import-texts', {
  comparing: { text: 'Comparing {file} with the playbooks', note: 'Shown in the status bar during the comparison.' },
  unchanged: 'Nothing to apply: {file} has no changes.',
  outdated: { text: 'Nothing was applied because {page} changed. Try again.', note: '{page} is the path of a page.' },
  nothingApplied: 'Nothing was applied.',
});

import { defineTexts } from './texts';

/** Texts that several parts of the extension show. */
export const sharedTexts = defineTexts('shared-texts', {
  noFolder: 'No folder is open. Open the folder that contains your playbooks.',
  pageChanged: 'The page changed. Try again.',
  showLog: { text: 'Show Log', note: 'A button that opens the log of the extension.' },
  showProblems: { text: 'Show Problems', note: 'A button that opens the Problems panel of VS Code.' },
  excelWorkbook: { text: 'Excel workbook', note: 'A file format in a list and in a dialog that saves a file.' },
});

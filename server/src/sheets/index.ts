/** Converts sheets to and from CSV and Excel files, in Node and in a worker. */
export { unguarded } from './formula-guard.js';
export { readCsv } from './read-csv.js';
export { readXlsx } from './read-xlsx.js';
export { onlySheetOf } from './sheet-of.js';
export { sheetText } from './sheet-text.js';
export { SheetError } from './sheet-error.js';
export { writeCsv, type CsvOptions } from './write-csv.js';
export { writeJson } from './write-json.js';
export { writeMarkdown } from './write-markdown.js';
export { writeTsv } from './write-tsv.js';
export { writeXlsx } from './write-xlsx.js';

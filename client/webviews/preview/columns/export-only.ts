import type { ExportedColumn } from './column';

/** The number of the row on its page. It identifies a row whose ID was edited. */
export const rowNumber: ExportedColumn = { name: 'Row', isForInformation: false, cell: ({ number }) => number };

export const section: ExportedColumn = {
  name: 'Section',
  isForInformation: true,
  cell: ({ table }) => table?.section ?? '',
};

export const step: ExportedColumn = { name: 'Step', isForInformation: true, cell: ({ table }) => table?.step ?? '' };

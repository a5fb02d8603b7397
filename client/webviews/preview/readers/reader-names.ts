import { defineTexts } from '../../shared/texts';
import type { Reader } from './losses';

/** What each reader is called. */
export const READER_NAMES: Readonly<Record<Reader, string>> = defineTexts('preview/reader-names', {
  gfm: { text: 'GitHub and VS Code', note: 'Where a page is read.' },
  docfx: { text: 'Published site (docfx)', note: 'Where a page is read.' },
});

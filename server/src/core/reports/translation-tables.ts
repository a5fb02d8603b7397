import type { FilePath } from '../workspace-index/file-path.js';
import type { Sheet } from './sheet.js';
import { translationFindings } from './translation-findings.js';
import type { TranslationReport } from './translation-report.js';

/**
 * One row for every difference between a translation and its English page. `relative`: the display path, relative to the
 * workspace folder.
 */
export function translationSheet({ languages }: TranslationReport, relative: (path: FilePath) => string): Sheet {
  return {
    name: 'Translations',
    columns: ['Language', 'What', 'Task', 'Page', 'Line', 'Here', 'English page', 'Line in English', 'In English'],
    rows: languages.flatMap((language) =>
      translationFindings(language).map(
        ({ what, id = '', page, line = '', text = '', english, englishLine = '', englishText = '' }) => [
          language.name,
          what,
          id,
          page === undefined ? '' : relative(page),
          line,
          text,
          english === undefined ? '' : relative(english),
          englishLine,
          englishText,
        ],
      ),
    ),
  };
}

import assert from 'node:assert/strict';
import { builtInVocabulary as words, type Language } from '../../server/src/core/index.js';
import { lintText } from './lint.js';
import { playbookWith } from './pages.js';

/** A page in a language, with the caret in its first step. */
export function pageIn(language: Language): string {
  const section = (id: 'overview' | 'approach' | 'key-inputs' | 'next-steps'): string =>
    words.sections.spelling(id, language);
  const label = (id: 'primary-role' | 'applies-to', value: string): string =>
    `${words.labels.spelling(id, language)}: **${value}**`;
  return [
    playbookWith().slice(0, playbookWith().indexOf('# ')),
    '# X',
    '',
    `## ${section('overview')}`,
    '',
    `## ${section('approach')}`,
    '',
    '### A',
    '',
    `${label('primary-role', words.roles.spelling('fasttrack-manager', language))}  `,
    label('applies-to', words.services.spelling('all-services', language)),
    '',
    'X█',
    '',
    '### B',
    '',
    'X',
    '',
    `## ${section('key-inputs')}`,
    '',
    `## ${section('next-steps')}`,
    '',
    `[${words.footer.spelling('home', language)}](http://partner-docs.microsoft.com)`,
    '',
  ].join('\n');
}

/** No rule reports the added text. */
export function assertClean(before: string, after: string): void {
  const found = (text: string): string[] => lintText(text).map(({ ruleId, message }) => `${ruleId}: ${message}`);
  assert.deepEqual(
    found(after).filter((problem) => !found(before).includes(problem)),
    [],
  );
}

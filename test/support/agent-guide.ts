import {
  applyEdits,
  insertRefreshRow,
  insertRow,
  insertTable,
  isRefusal,
  LANGUAGE_NAMES,
  LANGUAGES,
  newPage,
  parsePlaybook,
  type CaretResult,
  type Language,
  type Playbook,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { packOf } from '../../server/src/core/vocabulary/language.js';
import { english } from './english.js';
import { dialectTables, markdownTable } from './dialect-tables.js';

const DAY = '2026-09-14';
const LATER = '2026-09-20';

/** The parts of the guides for agents that the vocabulary and the engine write, by the name between their markers. */
export function guideParts(vocabulary: Vocabulary): Record<string, string> {
  return {
    ...dialectTables(vocabulary),
    skeleton: fenced(skeleton(vocabulary)),
    step: fenced(stepOf(skeleton(vocabulary))),
    'task-tables': LANGUAGES.map((language) => fenced(taskTable(language, vocabulary))).join('\n\n'),
    separators: markdownTable(
      LANGUAGES.map((language) => LANGUAGE_NAMES[language]),
      [LANGUAGES.map((language) => `\`${vocabulary.separators[language]}\``)],
    ),
    'task-id': `- **ID**: ${english(vocabulary.taskId.description)}. Never invent an ID, and never change one. Each ID is on a page once.`,
  };
}

/** A whole page as the commands of the product write it. */
function skeleton(vocabulary: Vocabulary): string {
  const person = { author: 'Ada North', owner: 'adanorth' };
  const page = newPage(
    { kind: 'process', language: 'en', title: 'Check the Network', audience: 'partner', ...person },
    vocabulary,
    DAY,
  );
  const first = { taskId: '5404', taskName: 'Check the network', mo: 'mandatory' };
  const second = { taskId: '5405', taskName: 'Check the proxy', mo: 'optional' };
  const terms = { roles: ['fasttrack-manager'], services: ['exchange'] };
  return [
    (playbook: Playbook) => insertTable(playbook, endOfStep(playbook), { ...first, ...terms }),
    (playbook: Playbook) => insertRow(playbook, playbook.text.indexOf('| 5404'), { ...second, ...terms }),
    (playbook: Playbook) => insertRefreshRow(playbook, { date: LATER, author: 'Ada North', text: 'Added task 5405' }),
  ].reduce((text, edit) => edited(text, edit, vocabulary), page);
}

/** The first step, up to its task table. */
function stepOf(page: string): string {
  const start = page.indexOf('### ');
  return `${page.slice(start, page.indexOf('####', start)).trimEnd()}\n`;
}

/** A task table alone. */
function taskTable(language: Language, vocabulary: Vocabulary): string {
  const page = newPage({ kind: 'process', language, title: 'Page', audience: 'partner' }, vocabulary, DAY);
  const text = edited(
    page,
    (playbook) =>
      insertTable(playbook, endOfStep(playbook), {
        taskId: '5404',
        taskName: packOf(language).placeholders.task,
        mo: 'mandatory',
        roles: ['fasttrack-manager'],
        services: ['exchange'],
      }),
    vocabulary,
  );
  const start = text.indexOf('#### ');
  return `${text.slice(start, text.indexOf('\n## ', start)).trimEnd()}\n`;
}

/** Where the label lines of the first step end. */
function endOfStep({ text }: Playbook): number {
  return text.indexOf('\n\n## ', text.indexOf('### '));
}

function edited(text: string, edit: (playbook: Playbook) => CaretResult, vocabulary: Vocabulary): string {
  const result = edit(parsePlaybook({ uri: 'file:///page.md', text }, vocabulary));
  if (isRefusal(result)) throw new Error(english(result.refused));
  return applyEdits(text, result.edits);
}

function fenced(text: string): string {
  return `\`\`\`markdown good\n${text}\`\`\``;
}

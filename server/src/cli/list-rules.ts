import { allRules, descriptionOf, pageOfRule, type Rule } from '../core/index.js';
import { defineMessages, type Message } from '../messages/index.js';
import type { Format } from '../messages/formatting/index.js';
import { printColumns } from './print-columns.js';
import { wrapText, WIDTH } from './wrap-text.js';

type Meta = Rule['meta'];

const texts = defineMessages('cli/list-rules', {
  frontMatter: { text: 'Front matter', note: 'A heading above rules about the start of a page.' },
  taskTable: { text: 'Task tables', note: 'A heading above rules.' },
  table: { text: 'All tables', note: 'A heading above rules.' },
  label: { text: 'Label lines', note: 'A heading above rules about lines such as "Primary Role: **SME**".' },
  structure: { text: 'Structure', note: 'A heading above rules about the parts of a page.' },
  refreshSummary: { text: 'Refresh Summary', note: 'A heading above rules about this section of a page.' },
  text: { text: 'Text', note: 'A heading above rules about the text of a page.' },
  link: { text: 'Links and images', note: 'A heading above rules.' },
  translation: { text: 'Translations', note: 'A heading above rules about translated pages.' },
  suppression: { text: 'Suppression comments', note: 'A heading above rules about comments that turn off rules.' },
  safe: { text: 'fixed by {option}', note: 'In a list of rules. "option" is the option --fix.' },
  both: { text: 'fixed by {option} or in the editor', note: 'In a list of rules. "option" is the option --fix.' },
  suggestion: { text: 'fixed in the editor', note: 'In a list of rules: the editor suggests a fix.' },
  none: { text: 'no fix', note: 'In a list of rules.' },
});

const CATEGORIES: Readonly<Record<Meta['category'], Message>> = {
  'front-matter': texts.frontMatter,
  'task-table': texts.taskTable,
  table: texts.table,
  label: texts.label,
  structure: texts.structure,
  'refresh-summary': texts.refreshSummary,
  text: texts.text,
  link: texts.link,
  translation: texts.translation,
  suppression: texts.suppression,
};

const FIXES: Readonly<Record<Meta['fixable'], Message>> = {
  safe: texts.safe({ option: '--fix' }),
  both: texts.both({ option: '--fix' }),
  suggestion: texts.suggestion,
  none: texts.none,
};

/** What `--list-rules` prints. */
export function ruleListText(format: Format): string {
  const categories = Object.keys(CATEGORIES) as Meta['category'][];
  const blocks = categories.map((category) => {
    const rules = allRules.map(({ meta }) => meta).filter((meta) => meta.category === category);
    const heads = printColumns(rules.map(({ id, recommended, fixable }) => [id, recommended, format(FIXES[fixable])]));
    const lines = heads.split('\n').flatMap((head, index) => [head, ...descriptionLines(rules[index], format)]);
    return [format(CATEGORIES[category]), ...lines.map((line) => `  ${line}`)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function descriptionLines(meta: Meta | undefined, format: Format): string[] {
  const description = meta === undefined ? '' : format(descriptionOf(meta));
  return wrapText(description, WIDTH - 6).map((line) => `    ${line}`);
}

/** The same for programs. Keys can be added, but never removed. */
export function ruleListJson(docs: string): string {
  const rules = allRules.map(({ meta }) => ({
    id: meta.id,
    category: meta.category,
    severity: meta.recommended,
    fixable: meta.fixable,
    description: meta.description,
    since: meta.since,
    docsUrl: docs + pageOfRule(meta.id),
  }));
  return `${JSON.stringify({ rules }, null, 2)}\n`;
}

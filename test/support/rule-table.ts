import type { Rule, RuleMeta } from '../../server/src/core/index.js';
import { markdownTable } from './dialect-tables.js';

type Category = Rule['meta']['category'];

/** The categories in the order of a page, and what their rules look at. */
const CATEGORIES: Readonly<Record<Category, string>> = {
  'front-matter': 'Front matter',
  'task-table': 'Task tables',
  table: 'All tables',
  label: 'Label lines',
  structure: 'Structure',
  'refresh-summary': 'Refresh Summary',
  text: 'Text',
  link: 'Links and images',
  translation: 'Translations',
  suppression: 'Suppression comments',
};

const FIXES: Readonly<Record<RuleMeta<unknown, Readonly<Record<string, string>>>['fixable'], string>> = {
  safe: 'safe',
  suggestion: 'suggested',
  both: 'safe or suggested',
  none: '',
};

/** `docs/rules/README.md`: every rule in a table by category. */
export function ruleIndex(rules: readonly Rule[]): string {
  const sections = (Object.keys(CATEGORIES) as Category[]).flatMap((category) => {
    const rows = rules
      .filter(({ meta }) => meta.category === category)
      .map(({ meta }) => [
        `[${meta.id}](${meta.id}.md)`,
        `${escaped(meta.description)}.`,
        meta.recommended,
        FIXES[meta.fixable],
      ]);
    return rows.length === 0
      ? []
      : [`## ${CATEGORIES[category]}`, markdownTable(['Rule', 'Requirement', 'Severity', 'Fix'], rows)];
  });
  return (
    [
      '# Rules',
      `There are ${rules.length} rules.\nEach rule has a page with examples.\nA *safe* fix is applied by Fix All, on save, and by \`--fix\`; a *suggested* fix is offered, and the author decides.\nThis page is generated; \`npm test -- --update\` regenerates it.`,
      ...sections,
    ].join('\n\n') + '\n'
  );
}

/** Brackets outside code would make a link. */
function escaped(text: string): string {
  return text.replace(/`[^`]*`|[[\]<]/g, (part) => (part.length > 1 ? part : `\\${part}`));
}

export const RULE_CATEGORIES = Object.keys(CATEGORIES) as readonly Category[];

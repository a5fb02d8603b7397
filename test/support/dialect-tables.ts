import {
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  type Spellings,
  type TermSet,
  type Vocabulary,
} from '../../server/src/core/index.js';

/** The tables of docs/dialect.md that the vocabulary fills, by the name between their markers. */
export function dialectTables(vocabulary: Vocabulary): Record<string, string> {
  const { frontMatter: spec } = vocabulary;
  return {
    'front-matter': markdownTable(
      ['Key', 'Needed', 'Value'],
      [...spec.order, ...spec.optional].map((key) => [`\`${key}\``, neededFor(spec, key), valueOf(spec, key)]),
    ),
    sections: termTable(vocabulary.sections),
    labels: termTable(vocabulary.labels),
    'task-columns': termTable(vocabulary.taskColumns),
    letters: markdownTable(
      ['', ...languageNames()],
      (['mandatory', 'optional'] as const).map((which) => [
        which,
        ...LANGUAGES.map((language) => `\`${vocabulary.letters[language][which]}\``),
      ]),
    ),
    'refresh-columns': termTable(vocabulary.refreshColumns),
    footer: termTable(vocabulary.footer),
    phases: termTable(vocabulary.phases),
    motions: termTable(vocabulary.motions),
    roles: termTable(vocabulary.roles),
    services: termTable(vocabulary.services),
  };
}

/** `text` with what stands between `<!-- generated: name -->` and `<!-- end -->` replaced by the tables of today. */
export function withGenerated(text: string, tables: Readonly<Record<string, string>>): string {
  return text.replace(
    /(<!-- generated: ([\w-]+) -->\n)[^]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => {
      const table = tables[name];
      if (table === undefined) throw new Error(`Nothing is generated under the name "${name}"`);
      return `${begin}\n${table}\n\n${end}`;
    },
  );
}

/** A compact GFM table. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

function termTable(terms: TermSet): string {
  const rows = terms.ids().map((id) => [`\`${id}\``, ...LANGUAGES.map((language) => spellingsIn(terms, id, language))]);
  return markdownTable(['Id', ...languageNames()], rows);
}

/** The recommended spelling, and in italics the others that are accepted. */
function spellingsIn(terms: TermSet, id: string, language: Language): string {
  const spellings: Spellings | undefined = terms.data[id]?.[language];
  if (spellings === undefined) return '';
  const aliases = (spellings.aliases ?? []).filter(
    (alias) => alias.toLowerCase() !== spellings.canonical.toLowerCase(),
  );
  return [spellings.canonical, ...aliases.map((alias) => `*${alias}*`)].join(', ');
}

function languageNames(): string[] {
  return LANGUAGES.map((language) => LANGUAGE_NAMES[language]);
}

function neededFor(spec: Vocabulary['frontMatter'], key: string): string {
  if (spec.required.includes(key)) return 'required';
  return spec.recommended.includes(key) ? 'recommended' : 'optional';
}

function valueOf(spec: Vocabulary['frontMatter'], key: string): string {
  const values = spec.values[key];
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(' or ');
  const sites = Object.entries(spec.sites);
  if (key === 'ms.topic')
    return sites
      .map(([audience, { topics }]) => `${audience}: ${topics.map((topic) => `\`${topic}\``).join(' or ')}`)
      .join('; ');
  if (key === 'ms.custom')
    return sites
      .map(([audience, { customs }]) => `${audience}: ${customs.map((custom) => `\`${custom}\``).join(' or ')}`)
      .join('; ');
  if (key === 'ms.date') return 'month/day/year, four digits for the year';
  if (spec.aliasKeys.includes(key)) return 'a mail alias, not a name';
  return spec.nameKeys.includes(key) ? 'a name' : 'text';
}

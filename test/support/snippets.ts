import { LANGUAGE_NAMES, type Language, type TermSet, type Vocabulary } from '../../server/src/core/index.js';
import { packOf } from '../../server/src/core/vocabulary/language.js';

/** One entry of a VS Code snippet file. It has no prefix: the client offers it in the lists that an author asks for. */
export interface Snippet {
  readonly description: string;
  /** Fills a new file: offered by *Snippets: Fill File with Snippet*. */
  readonly isFileTemplate?: true;
  readonly body: readonly string[];
}

/** The snippet file of one language: what the vocabulary says, plus the few words that only a snippet needs. */
export function snippetsFor(vocabulary: Vocabulary, language: Language): Record<string, Snippet> {
  const name = LANGUAGE_NAMES[language];
  const all: readonly (readonly [called: string, what: string, body: readonly string[]])[] = [
    ['front-matter', 'Front matter', frontMatter(vocabulary, new Stops())],
    ['process', 'Process playbook with all sections', processPlaybook(vocabulary, language)],
    ['step', 'Step with its label lines', step(vocabulary, language, new Stops())],
    ['task-table', 'FTOP task table with its heading and a first row', taskTable(vocabulary, language, new Stops())],
    ['task-row', 'Row for an FTOP task table', [taskRow(vocabulary, language, new Stops())]],
    ['refresh-table', 'Refresh Summary section', refreshTable(vocabulary, language, new Stops())],
    ['refresh-row', "Row for the Refresh Summary with today's date", [refreshRow(language, new Stops())]],
    ['alert', 'Note, tip or warning. The kind is English in every language', alert(vocabulary, language, new Stops())],
    ['include', 'Include of another file', include(language, new Stops())],
  ];
  return Object.fromEntries(
    all.map(([called, what, body]) => [
      snippetName(language, called),
      { description: `${what} (${name}).`, ...(called === 'process' && { isFileTemplate: true }), body },
    ]),
  );
}

/** What an author types. The snippets of all languages are offered in every page: the language comes first, so that a few letters leave one. */
export function snippetName(language: Language, called: string): string {
  return `playbook-${language}-${called}`;
}

/** Hands out tab stops in order. */
class Stops {
  #last = 0;

  /** `${1:text}` */
  text(text: string): string {
    return `\${${++this.#last}:${text.replace(/[\\$}]/g, '\\$&')}}`;
  }

  /** `${1|a,b|}` */
  choice(values: readonly string[]): string {
    return `\${${++this.#last}|${values.map((value) => value.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
  }

  /** The text of the stop before, once more. */
  same(): string {
    return `\${${this.#last}}`;
  }
}

const TODAY = '$CURRENT_MONTH/$CURRENT_DATE/$CURRENT_YEAR';

function frontMatter({ frontMatter: spec }: Vocabulary, stops: Stops): string[] {
  const audiences = ['partner', 'internal'];
  const site = (pick: 'topics' | 'customs'): string[] =>
    audiences.flatMap((audience) => spec.sites[audience]?.[pick][0] ?? []);
  const values: Record<string, () => string> = {
    title: () => stops.text('FastTrack Partner Playbook - Title'),
    description: () => stops.same(),
    author: () => stops.text('First Last'),
    'ms.date': () => TODAY,
    'ms.topic': () => stops.choice(site('topics')),
    'ms.prod': () => spec.values['ms.prod']?.[0] ?? '',
    'ms.custom': () => stops.choice(site('customs')),
    'ft.audience': () => stops.choice(audiences),
  };
  const lines = spec.order.map((key) => `${key}: ${values[key]?.() ?? stops.text('alias')}`);
  return ['---', '# required metadata', ...lines, '---'];
}

function processPlaybook(vocabulary: Vocabulary, language: Language): string[] {
  const stops = new Stops();
  const { listItem, text, step: title } = packOf(language).placeholders;
  // Tab stops count upwards in the order in which they are asked for: from the top of the page to its end.
  const head = [
    ...frontMatter(vocabulary, stops),
    '',
    `# ${stops.text(title)}`,
    '',
    `${vocabulary.labels.spelling('phase', language)}: **${stops.choice(termsOf(vocabulary.phases, language))}**`,
    '',
  ];
  const bodies: Partial<Record<string, () => string[]>> = {
    overview: () => [stops.text(text)],
    approach: () => [...step(vocabulary, language, stops), '', ...taskTable(vocabulary, language, stops)],
    'refresh-summary': () => refreshLines(vocabulary, language, stops),
  };
  const sections = vocabulary.sectionOrder.flatMap((id) => [
    `## ${vocabulary.sections.spelling(id, language)}`,
    '',
    ...(bodies[id]?.() ?? [`- ${stops.text(listItem)}`]),
    '',
  ]);
  return [
    ...head,
    ...sections,
    `[${vocabulary.footer.spelling('home', language)}](http://partner-docs.microsoft.com)`,
    '',
  ];
}

function step(vocabulary: Vocabulary, language: Language, stops: Stops): string[] {
  const values: Readonly<Record<string, () => string>> = {
    'primary-role': () => stops.choice(termsOf(vocabulary.roles, language)),
    motions: () => stops.text(vocabulary.motions.spellings(language).join(vocabulary.separators[language])),
    'applies-to': () => stops.choice(termsOf(vocabulary.services, language)),
  };
  const title = `### ${stops.text(packOf(language).placeholders.step)}`;
  // Two spaces at the end keep the next label on a line of its own.
  const labels = vocabulary.labelOrder.map(
    (id) => `${vocabulary.labels.spelling(id, language)}: **${values[id]?.() ?? ''}**  `,
  );
  return [title, '', ...labels, '', stops.text(packOf(language).placeholders.text)];
}

function taskTable(vocabulary: Vocabulary, language: Language, stops: Stops): string[] {
  const columns = vocabulary.taskLayouts[0] ?? [];
  return [
    `#### ${vocabulary.sections.spelling('ftop-tasks', language)}`,
    '',
    `| ${columns.map((id) => vocabulary.taskColumns.spelling(id, language)).join(' | ')} |`,
    `| ${columns.map((id) => (id === 'mo' ? ':-:' : '---')).join(' | ')} |`,
    taskRow(vocabulary, language, stops),
  ];
}

function taskRow(vocabulary: Vocabulary, language: Language, stops: Stops): string {
  const { mandatory, optional } = vocabulary.letters[language];
  const cells = [
    stops.text('1000'),
    stops.text(packOf(language).placeholders.task),
    stops.choice([mandatory, optional]),
    stops.choice(termsOf(vocabulary.roles, language)),
    stops.choice(termsOf(vocabulary.services, language)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function refreshTable(vocabulary: Vocabulary, language: Language, stops: Stops): string[] {
  return [
    `## ${vocabulary.sections.spelling('refresh-summary', language)}`,
    '',
    ...refreshLines(vocabulary, language, stops),
  ];
}

function refreshLines(vocabulary: Vocabulary, language: Language, stops: Stops): string[] {
  const columns = (['date', 'who', 'what'] as const).map((id) => vocabulary.refreshColumns.spelling(id, language));
  return [`| ${columns.join(' | ')} |`, '| --- | --- | --- |', refreshRow(language, stops)];
}

function refreshRow(language: Language, stops: Stops): string {
  return `| ${TODAY} | ${stops.text(packOf(language).placeholders.person)} | ${stops.text(packOf(language).placeholders.created)} |`;
}

function alert({ alertKinds }: Vocabulary, language: Language, stops: Stops): string[] {
  return [`> [!${stops.choice(alertKinds)}]`, `> ${stops.text(packOf(language).placeholders.text)}`];
}

function include(language: Language, stops: Stops): string[] {
  return [`[!INCLUDE [${stops.text(packOf(language).placeholders.step)}](${stops.text('./includes/fragment.md')})]`];
}

/** The recommended spellings that the language has of its own. A dash, for "nobody", is no word to offer. */
function termsOf(terms: TermSet, language: Language): string[] {
  return terms
    .ids()
    .filter((id) => terms.has(id, language))
    .map((id) => terms.spelling(id, language))
    .filter((spelling) => spelling !== '-');
}

/** The text of a snippet when the author only presses Tab: the defaults, the first choices, and `today`, `YYYY-MM-DD`. */
export function expandSnippet(body: readonly string[], today: string): string {
  const [year = '', month = '', date = ''] = today.split('-');
  const chosen = new Map<string, string>();
  const unescape = (text: string): string => text.replace(/\\(.)/g, '$1');
  return body
    .join('\n')
    .replace(/\$CURRENT_(YEAR|MONTH|DATE)/g, (_, part: string) =>
      part === 'YEAR' ? year : part === 'MONTH' ? month : date,
    )
    .replace(
      /\$\{(\d+)(?:\|((?:\\.|[^\\,|])*)(?:\\.|[^\\|])*\||:((?:\\.|[^\\}])*))?\}/g,
      (_, stop: string, first?: string, text?: string) => {
        const value = first ?? text;
        if (value !== undefined) chosen.set(stop, unescape(value));
        return chosen.get(stop) ?? '';
      },
    );
}

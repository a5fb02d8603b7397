import { builtInVocabulary, LANGUAGES, type Language, type Vocabulary } from '../../server/src/core/index.js';
import { Dice } from '../support/dice.js';
import { PAGE_WORDS, type PageWords } from './workspace-words.js';

/** The folder of every generated workspace, as a URI. */
export const ROOT = 'file:///workspace';

/**
 * The files of a workspace with so many playbooks, by URI: the same at every call. Pages come in groups of six, one in
 * each language, and 60 groups share an area; each folder of pages has a table of contents. One more page is the
 * catalogue of tasks.
 */
export function workspaceFiles(pages: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const all = Array.from({ length: pages }, (_, index) => pageAt(index));
  for (const page of all) files.set(uriOf(page), textOf(page, all.length));
  for (const [folder, inFolder] of byFolder(all)) files.set(`${ROOT}/${folder}/toc.yml`, tocOf(inFolder));
  files.set(`${ROOT}/reference/task-details.md`, catalogueOf(all.length));
  files.set(`${ROOT}/docfx.json`, DOCFX);
  return files;
}

/** The address of the `index`th playbook. */
export function pageUri(index: number): string {
  return uriOf(pageAt(index));
}

interface GeneratedPage {
  /** Of the page and its translations. */
  readonly group: number;
  readonly language: Language;
}

const GROUPS_PER_AREA = 60;
const SHARED_TASKS = 40;
const FIRST_SHARED = 901;
const FIRST_OWN = 1000;
const OWN_TASKS = 5;
/** The real catalogue has about as many; tasks above the last are newer. */
const MOST_ENTRIES = 600;
const PHASES = ['initiate', 'assess', 'remediate', 'enable', 'migrate', 'success'];
const SERVICES = ['exchange', 'sharepoint', 'skype'];
const ROLES = ['fasttrack-manager', 'fasttrack-engineer', 'sme'];
const MOTIONS = ['customer-health', 'rfa'];
const FOLDERS: Readonly<Record<Language, string>> = {
  en: 'english',
  de: 'german',
  es: 'spanish',
  pt: 'portuguese',
  ja: 'japanese',
  zh: 'chinese',
};
const VERBS = PAGE_WORDS.en.verbs.length;

const DOCFX =
  '{ "build": { "content": [{ "files": ["**/*.md", "**/**.yml"], "exclude": ["**/obj/**", "**/includes/**", "**/archive/**", "README.md"] }] } }\n';

function pageAt(index: number): GeneratedPage {
  return { group: Math.floor(index / LANGUAGES.length), language: LANGUAGES[index % LANGUAGES.length] ?? 'en' };
}

function uriOf(page: GeneratedPage): string {
  return `${ROOT}/${folderOf(page)}/${fileNameOf(page)}`;
}

function folderOf({ group, language }: GeneratedPage): string {
  return `area-${1 + Math.floor(group / GROUPS_PER_AREA)}/${FOLDERS[language]}-playbook`;
}

function fileNameOf({ group, language }: GeneratedPage): string {
  const name = nameIn('en', group).toLowerCase().replaceAll(' ', '-');
  return `${PHASES[group % PHASES.length] ?? ''}-${name}-${group}${language === 'en' ? '' : `-${language}`}.md`;
}

function byFolder(pages: readonly GeneratedPage[]): ReadonlyMap<string, readonly GeneratedPage[]> {
  const folders = new Map<string, GeneratedPage[]>();
  for (const page of pages) {
    const known = folders.get(folderOf(page));
    if (known === undefined) folders.set(folderOf(page), [page]);
    else known.push(page);
  }
  return folders;
}

function tocOf(pages: readonly GeneratedPage[]): string {
  const items = pages.map((page) => `  - name: ${titleOf(page.group)}\n    href: ${fileNameOf(page)}\n`);
  return `- name: FastTrack Playbook\n  items:\n${items.join('')}`;
}

/** The front matter is English in every language. */
function titleOf(group: number): string {
  return `FastTrack Partner Playbook - ${nameIn('en', group)} ${group}`;
}

/** `Check the network`: what a page, a step or a task is called. Eighty of them, over and over. */
function nameIn(language: Language, number: number): string {
  const { verbs, objects, name } = PAGE_WORDS[language];
  return name.replace('{verb}', at(verbs, number)).replace('{object}', at(objects, Math.floor(number / VERBS)));
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

/** What is on a page, whatever its language: translations agree. */
interface Plan {
  readonly steps: readonly (readonly number[])[];
  readonly phase: string;
  readonly links: readonly number[];
  readonly changes: number;
}

function planOf(group: number, groups: number): Plan {
  const dice = new Dice(group);
  const firstShared = dice.roll(SHARED_TASKS);
  const ids = [
    ...Array.from({ length: 8 }, (_, index) => FIRST_SHARED + ((firstShared + index * 7) % SHARED_TASKS)),
    ...Array.from({ length: OWN_TASKS }, (_, index) => FIRST_OWN + group * OWN_TASKS + index),
  ];
  // Most pages are short, and a few are several times as long.
  const steps = dice.roll(12) === 0 ? OWN_TASKS + 8 : 1 + dice.roll(4);
  return {
    steps: Array.from({ length: steps }, (_, step) => ids.filter((_id, index) => index % steps === step)),
    phase: PHASES[group % PHASES.length] ?? '',
    links: Array.from({ length: 3 }, () => neighbour(group, groups, dice)),
    changes: 3 + dice.roll(6),
  };
}

/** Another group of the same area. */
function neighbour(group: number, groups: number, dice: Dice): number {
  const first = group - (group % GROUPS_PER_AREA);
  return first + dice.roll(Math.max(1, Math.min(GROUPS_PER_AREA, groups - first)));
}

function textOf(page: GeneratedPage, pages: number): string {
  const { group, language } = page;
  const plan = planOf(group, Math.floor(pages / LANGUAGES.length));
  const words = new PageWriter(language, new Dice(group * LANGUAGES.length + LANGUAGES.indexOf(language)));
  return [frontMatter(group, words), body(page, plan, words), refreshLog(plan, words), footer(words)].join('\n');
}

/** Writes in one language. */
class PageWriter {
  readonly language: Language;
  readonly words: PageWords;
  readonly dice: Dice;

  constructor(language: Language, dice: Dice) {
    this.language = language;
    this.words = PAGE_WORDS[language];
    this.dice = dice;
  }

  term(set: 'roles' | 'services' | 'phases' | 'motions' | 'footer', id: string): string {
    return builtInVocabulary[set].spelling(id, this.language);
  }

  section(id: Parameters<Vocabulary['sections']['spelling']>[0]): string {
    return builtInVocabulary.sections.spelling(id, this.language);
  }

  label(id: Parameters<Vocabulary['labels']['spelling']>[0], value: string): string {
    return `${builtInVocabulary.labels.spelling(id, this.language)}: **${value}**`;
  }

  joined(terms: readonly string[]): string {
    return terms.join(builtInVocabulary.separators[this.language]);
  }

  /** Each names an article of its own, so that no two pages share their text. */
  sentences(count: number): string {
    const sentence = (): string => `${this.dice.of(this.words.sentences)} (KB${1_000_000 + this.dice.roll(9_000_000)})`;
    return Array.from({ length: count }, sentence).join(this.words.space);
  }

  items(count: number): string {
    return Array.from({ length: count }, () => `- ${this.dice.of(this.words.items)}\n`).join('');
  }
}

function frontMatter(group: number, { dice }: PageWriter): string {
  return `---
# required metadata
title: ${titleOf(group)}
description: ${titleOf(group)}
author: ${dice.of(PAGE_WORDS.en.people)}
ms.author: adanorth
manager: benwest
ms.date: ${dateOf(0)}
ms.topic: partner-playbook
ms.prod: non-product-specific
ms.custom: partner-playbook
ft.audience: partner
ft.owner: benwest
---
`;
}

function body({ group, language }: GeneratedPage, { steps, phase, links }: Plan, words: PageWriter): string {
  return `# ${nameIn(language, group)}

${words.label('phase', words.term('phases', phase))}

## ${words.section('overview')}

${words.sentences(3)}

## ${words.section('objectives')}

${words.items(4)}
## ${words.section('approach')}

${steps.map((ids, index) => step(group + 13 * (index + 1), ids, index, words)).join('\n')}
## ${words.section('key-inputs')}

${words.items(3)}
## ${words.section('key-outputs')}

${words.items(4)}
## ${words.section('next-steps')}

${links.map((other, index) => `- [${nameIn(language, other)}](${fileNameOf({ group: other, language })}${index === 0 ? `#${anchorOf(words.section('overview'))}` : ''})\n`).join('')}`;
}

/** As renderers make it. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}

function step(number: number, ids: readonly number[], index: number, words: PageWriter): string {
  const { dice, language } = words;
  return `### ${index + 1}. ${nameIn(language, number)}

${words.label('primary-role', words.term('roles', at(ROLES, number)))}  
${words.label('motions', words.joined(MOTIONS.map((id) => words.term('motions', id))))}  
${words.label('applies-to', words.joined(SERVICES.slice(0, 1 + (number % 3)).map((id) => words.term('services', id))))}  

${words.sentences(2 + dice.roll(3))}

  - [${nameIn(language, number + 5)}](https://aka.ms/step-${number}): ${dice.of(words.words.items)}
  - ${words.sentences(1)}

> [!NOTE]
> ${words.sentences(1)}

#### ${words.section('ftop-tasks')}

${taskTable(ids, words)}`;
}

function taskTable(ids: readonly number[], words: PageWriter): string {
  const [columns = []] = builtInVocabulary.taskLayouts;
  const header = columns.map((id) => builtInVocabulary.taskColumns.spelling(id, words.language));
  return `| ${header.join(' | ')} |\n|---|---|:---:|---|---|\n${ids.map((id) => taskRow(id, words)).join('')}`;
}

/** A task says the same on every page of a language, but for a slip now and then. */
function taskRow(id: number, words: PageWriter): string {
  const { language, dice } = words;
  const letters = builtInVocabulary.letters[language];
  const name = nameIn(language, dice.roll(100) === 0 ? id + 1 : id);
  const services = SERVICES.slice(0, 1 + (id % 2)).map((service) => words.term('services', service));
  const cells = [
    `${id}`,
    id % 4 === 0 ? `[${name}](https://aka.ms/task-${id})` : name,
    id % 3 === 0 ? letters.optional : letters.mandatory,
    words.term('roles', at(ROLES, id)),
    words.joined(services),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function refreshLog({ steps, changes }: Plan, words: PageWriter): string {
  const header = (['date', 'who', 'what'] as const).map((id) =>
    builtInVocabulary.refreshColumns.spelling(id, words.language),
  );
  const { people } = words.words;
  const rows = Array.from(
    { length: changes },
    (_, index) => `| ${dateOf(index)} | ${words.dice.of(people)} | ${changeOf(index, steps.flat(), words)} |\n`,
  );
  return `## ${words.section('refresh-summary')}\n\n| ${header.join(' | ')} |\n|---|---|---|\n${rows.join('')}`;
}

function changeOf(index: number, ids: readonly number[], { words }: PageWriter): string {
  return at(words.changes, index).replace('{id}', `${ids[index % ids.length] ?? FIRST_OWN}`);
}

/** The days of the refresh log, newest first. */
function dateOf(index: number): string {
  return `${String(11 - index).padStart(2, '0')}/14/2026`;
}

function footer(words: PageWriter): string {
  return `[${words.term('footer', 'home')}](http://partner-docs.microsoft.com)\n`;
}

function catalogueOf(pages: number): string {
  const own = Math.min(MOST_ENTRIES, Math.floor(pages / LANGUAGES.length) * OWN_TASKS);
  const ids = [
    ...Array.from({ length: SHARED_TASKS }, (_, index) => FIRST_SHARED + index),
    ...Array.from({ length: own }, (_, index) => FIRST_OWN + index),
  ];
  const words = new PageWriter('en', new Dice(pages));
  return `${frontMatter(pages, words)}
# FTOP Task Details

${ids.map((id) => catalogueEntry(id, words)).join('\n')}`;
}

function catalogueEntry(id: number, words: PageWriter): string {
  return `## ${id}: ${nameIn('en', id)}

**Service(s):** ${words.joined(SERVICES.slice(0, 1 + (id % 2)).map((service) => words.term('services', service)))}  
**Task Location:** ${words.term('phases', at(PHASES, id))} \\> ${nameIn('en', id + 3)} \\> Tasks  

**Task Description**

${words.sentences(1)}
`;
}

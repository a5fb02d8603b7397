import type { FileTexts } from './workspace-fixture.js';

/** A small set of playbooks in English and German, as a team has it in several generations. */
export interface PageSet {
  /** The folder of the set. */
  readonly folder: string;
  /** What this generation calls task 3101, which all its pages with the task agree on. */
  readonly name?: string;
  readonly nameInGerman?: string;
  readonly topics?: readonly Topic[];
}

export type Topic = keyof typeof TOPICS;

/** The pages of a set by file name: their title in both languages, and their task. */
const TOPICS = {
  'kick-off': { title: 'Hold the kick-off meeting', german: 'Auftaktbesprechung durchführen' },
  'mail-flow': { title: 'Plan the mail flow', german: 'Nachrichtenfluss planen' },
  'pilot-users': { title: 'Choose the pilot users', german: 'Pilotbenutzer auswählen' },
  'device-rules': { title: 'Set the rules for devices', german: 'Regeln für Geräte festlegen' },
  'closing-review': { title: 'Review the results', german: 'Ergebnisse besprechen' },
  'help-desk': { title: 'Prepare the help desk', german: 'Helpdesk vorbereiten' },
} as const;

/** The files of the sets by path. */
export function pagesOf(...sets: readonly PageSet[]): FileTexts {
  const files = new Map<string, string>();
  for (const { folder, name = 'Agree on the scope', nameInGerman = 'Umfang vereinbaren', topics } of sets) {
    for (const topic of topics ?? (Object.keys(TOPICS) as Topic[])) {
      files.set(`${folder}/english/${topic}.md`, englishPage(topic, name));
      files.set(`${folder}/german/${topic}-de.md`, germanPage(topic, nameInGerman));
    }
  }
  return files;
}

export function englishPage(topic: Topic, name: string, rows: readonly string[] = []): string {
  return [
    ...frontMatter(TOPICS[topic].title),
    `# ${TOPICS[topic].title}`,
    '',
    '## Approach',
    '',
    '#### FTOP Tasks',
    '',
    '| Task ID | Task Name | (M) Mandatory (O) Optional | FastTrack Role | Services |',
    '|---|---|---|---|---|',
    `| 3101 | ${name} | M | FastTrack Engineer | Exchange |`,
    `| ${idOf(topic)} | ${TOPICS[topic].title} | O | FastTrack Manager | Teams |`,
    ...rows,
    '',
  ].join('\n');
}

function germanPage(topic: Topic, name: string): string {
  return [
    ...frontMatter(TOPICS[topic].german),
    `# ${TOPICS[topic].german}`,
    '',
    '## Vorgehensweise',
    '',
    '#### FTOP-Aufgaben',
    '',
    '| Aufgaben-ID | Name der Aufgabe | (E)rforderlich/(O)ptional | FastTrack-Rolle | Dienste |',
    '|---|---|---|---|---|',
    `| 3101 | ${name} | E | FastTrack Engineer | Exchange |`,
    `| ${idOf(topic)} | ${TOPICS[topic].german} | O | FastTrack Manager | Teams |`,
    '',
  ].join('\n');
}

function idOf(topic: Topic): number {
  return 3201 + Object.keys(TOPICS).indexOf(topic);
}

function frontMatter(title: string): string[] {
  return [
    '---',
    `title: ${title}`,
    `description: ${title}`,
    'author: Ada Byron',
    'ms.author: v-ada',
    'manager: v-bea',
    'ms.date: 5/2/2019',
    'ms.topic: partner-playbook',
    'ms.prod: non-product-specific',
    'ms.custom: partner-playbook',
    'ft.audience: partner',
    'ft.owner: v-bea',
    '---',
    '',
  ];
}

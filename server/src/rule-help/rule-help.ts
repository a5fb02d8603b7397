/** The sections of a rule's page, in order. */
export const SECTIONS = ['Why', 'Problem', 'Fixed', 'Options', 'When not to use it', 'See also'] as const;

export type Section = (typeof SECTIONS)[number];

/** What is written by hand of a rule's page, in one language: the Markdown below each heading. */
export type RuleHelp = ReadonlyMap<Section, string>;

/** Reads a file of this folder, such as `en/task-mo-letter.md`. Its headings are English in every language. */
export function readRuleHelp(text: string): RuleHelp {
  const sections = new Map<Section, string[]>();
  let fence = '';
  let current: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const section = fence === '' ? SECTIONS.find((name) => line === `## ${name}`) : undefined;
    if (section !== undefined) {
      current = [];
      sections.set(section, current);
      continue;
    }
    // Examples contain headings of their own.
    if (fence === '') fence = /^`{3,}/.exec(line)?.[0] ?? '';
    else if (line === fence) fence = '';
    current?.push(line);
  }
  return new Map([...sections].map(([name, lines]) => [name, lines.join('\n').trim()]));
}

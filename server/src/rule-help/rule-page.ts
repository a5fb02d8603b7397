import { descriptionOf, type Rule } from '../core/index.js';
import { defineMessages, type Message } from '../messages/index.js';
import type { Format } from '../messages/formatting/index.js';
import { readRuleHelp, SECTIONS, type RuleHelp, type Section } from './rule-help.js';

type Meta = Rule['meta'];

const texts = defineMessages('rule-page', {
  requirement: { text: '{description}.', note: 'A sentence that says what a rule requires, with its full stop.' },
  severity: {
    text: 'Severity: {severity}',
    note: 'Below the title of a page about a rule. "severity" is a value of the configuration: error, warning, info, or hint.',
  },
  off: { text: 'Off unless configured', note: 'Below the title of a page about a rule: the rule is off by default.' },
  safe: {
    text: 'fixed automatically',
    note: 'About the problems of a rule, in a list: "Severity: error · fixed automatically".',
  },
  suggestion: {
    text: 'fix suggested',
    note: 'About the problems of a rule, in a list: "Severity: error · fix suggested".',
  },
  both: {
    text: 'fixed automatically where that is safe, otherwise fix suggested',
    note: 'About the problems of a rule, in a list after "Severity: error".',
  },
  none: { text: 'no fix', note: 'About the problems of a rule, in a list: "Severity: error · no fix".' },
  since: { text: 'since {version}', note: 'In a list: the first release with a rule.' },
  why: { text: 'Why', note: 'A heading: why a rule requires something.' },
  problem: { text: 'Problem', note: 'A heading above an example that a rule reports.' },
  fixed: { text: 'Fixed', note: 'A heading above the same example without the problem.' },
  options: { text: 'Options', note: 'A heading above the options of a rule.' },
  noOptions: { text: 'None.', note: 'Below the heading "Options": the rule has no options.' },
  whenNot: { text: 'When not to use it', note: 'A heading: when to turn off a rule.' },
  seeAlso: { text: 'See also', note: 'A heading above links.' },
  dialect: { text: 'The dialect', note: 'A link to the page about the Markdown dialect of playbooks.' },
  allRules: { text: 'All rules', note: 'A link to the list of all rules, and its title.' },
});

const FIXES: Readonly<Record<Meta['fixable'], Message>> = {
  safe: texts.safe,
  suggestion: texts.suggestion,
  both: texts.both,
  none: texts.none,
};

const TITLES: Readonly<Record<Section, Message>> = {
  Why: texts.why,
  Problem: texts.problem,
  Fixed: texts.fixed,
  Options: texts.options,
  'When not to use it': texts.whenNot,
  'See also': texts.seeAlso,
};

/**
 * The page of a rule, in Markdown: what its code says about it, and what `help`, a file of this folder, adds. Links are
 * relative to `docs/rules`.
 */
export function rulePage(meta: Meta, help: string, format: Format): string {
  const sections = withGenerated(readRuleHelp(help), format);
  const parts = SECTIONS.flatMap((name) => {
    const text = sections.get(name) ?? '';
    return text === '' ? [] : [`## ${format(TITLES[name])}`, text];
  });
  return `${[`# ${meta.id}`, ...aboutRule(meta, format), ...parts].join('\n\n')}\n`;
}

/** The list of all rules, in Markdown, with links to their pages. */
export function ruleListPage(rules: readonly Rule[], format: Format): string {
  const items = rules.map(({ meta }) => `- [${meta.id}](${meta.id}.md)  \n  ${requirementOf(meta, format)}`);
  return `${[`# ${format(texts.allRules)}`, items.join('\n')].join('\n\n')}\n`;
}

function requirementOf(meta: Meta, format: Format): string {
  return format(texts.requirement({ description: descriptionOf(meta) }));
}

function aboutRule(meta: Meta, format: Format): string[] {
  const severity = meta.recommended === 'off' ? texts.off : texts.severity({ severity: meta.recommended });
  const facts = [severity, FIXES[meta.fixable], texts.since({ version: meta.since })];
  return [requirementOf(meta, format), facts.map(format).join(' · ')];
}

function withGenerated(help: RuleHelp, format: Format): RuleHelp {
  const seeAlso = help.get('See also') ?? '';
  return new Map([['Options', format(texts.noOptions)], ...help, ['See also', withLinks(seeAlso, format)]]);
}

/** A list of names as a list of links. */
function withLinks(names: string, format: Format): string {
  return names.replace(/^- (.+)$/gm, (_, name: string) => `- ${linkTo(name, format)}`);
}

/** A name below "See also" is the ID of a rule, `dialect`, or `rules`. */
function linkTo(name: string, format: Format): string {
  if (name === 'dialect') return `[${format(texts.dialect)}](../dialect.md)`;
  if (name === 'rules') return `[${format(texts.allRules)}](README.md)`;
  return `[${name}](${name}.md)`;
}

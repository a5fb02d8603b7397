import { appendAll, cellWidth, pageOfRule } from '../core/index.js';
import type { CliEnvironment } from './cli-environment.js';
import { ruleNamed } from './rule-severities.js';
import { wrapText, WIDTH } from './wrap-text.js';

/** What `--explain` prints: the page of the rule, for a terminal. Throws a `UsageError` if the rule is unknown. */
export function explanationOf(id: string, { rulePage, docs }: Pick<CliEnvironment, 'rulePage' | 'docs'>): string {
  const { meta } = ruleNamed(id);
  const page = rulePage(meta.id) ?? `# ${meta.id}\n\n${meta.description}.\n`;
  return `${terminalText(page)}\n\n${docs}${pageOfRule(meta.id)}\n`;
}

/** Markdown without its marks: wrapped paragraphs, indented examples, links as their texts. */
function terminalText(markdown: string): string {
  const lines: string[] = [];
  let fence = '';
  for (const line of markdown.trimEnd().split('\n')) {
    const mark = /^`{3,}/.exec(line)?.[0];
    if (fence !== '' && line === fence) fence = '';
    else if (fence !== '') lines.push(`    ${line}`.trimEnd());
    else if (mark !== undefined) fence = mark;
    else appendAll(lines, proseLines(line));
  }
  return lines.join('\n');
}

function proseLines(line: string): string[] {
  const [, marks = '', title = ''] = /^(#+) (.*)$/.exec(line) ?? [];
  if (marks !== '') return marks.length === 1 ? [title] : [title, '-'.repeat(cellWidth(title))];
  const text = withoutLinks(line);
  if (text.startsWith('|')) return [text];
  const [indent = ''] = /^\s*(?:- |\d+\. )?/.exec(text) ?? [];
  const [first = '', ...rest] = wrapText(text.slice(indent.length), WIDTH - indent.length);
  return [indent + first, ...rest.map((more) => ' '.repeat(indent.length) + more)];
}

/** Only a target on the web is useful in a terminal. Code can contain brackets. */
function withoutLinks(line: string): string {
  return line.replace(/`[^`]*`|\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, text?: string, target = '') => {
    if (text === undefined) return whole;
    return target.startsWith('https:') ? `${text} (${target})` : text;
  });
}

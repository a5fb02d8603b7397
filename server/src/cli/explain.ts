import { cellWidth, pageOfRule } from '../core/index.js';
import { rulePage } from '../rule-help/index.js';
import type { CliEnvironment } from './cli-environment.js';
import { ruleNamed } from './rule-severities.js';
import { wrapText, WIDTH } from './wrap-text.js';

/** What `--explain` prints: the page of the rule, for a terminal. Throws a `UsageError` if the rule is unknown. */
export function explanationOf(
  id: string,
  { ruleHelp, format, docs }: Pick<CliEnvironment, 'ruleHelp' | 'format' | 'docs'>,
): string {
  const { meta } = ruleNamed(id);
  const page = rulePage(meta, ruleHelp(meta.id), format);
  const address = docs + pageOfRule(meta.id);
  return `${terminalText(page, address)}\n\n${address}\n`;
}

/** Markdown without its marks: wrapped paragraphs, indented examples, the targets of links. */
function terminalText(markdown: string, address: string): string {
  const blocks = markdown.match(/^(`{3,}).*\n[^]*?^\1$|^.*$/gm) ?? [];
  return blocks
    .map((block, index) => {
      const example = exampleIn(block);
      if (example !== undefined) return exampleLines(example).join('\n');
      const isBetweenExamples =
        block === '' && exampleIn(blocks[index - 1]) !== undefined && exampleIn(blocks[index + 1]) !== undefined;
      return isBetweenExamples ? SEPARATOR : proseLines(block, address).join('\n');
    })
    .join('\n')
    .trimEnd();
}

/** An example can start with an empty line, which would be lost if only an empty line were above it. */
const SEPARATOR = `    ${'─'.repeat(8)}`;

function exampleIn(block: string | undefined): string | undefined {
  return /^`{3,}.*\n([^]*?)\n?`{3,}$/.exec(block ?? '')?.[1];
}

/** The files of an example, each below its name, are apart from each other. */
function exampleLines(example: string): string[] {
  return example
    .replace(/\n(?===> .* <==$)/gm, '\n\n')
    .split('\n')
    .map((line) => `    ${line}`.trimEnd());
}

function proseLines(line: string, address: string): string[] {
  const [, marks = '', title = ''] = /^(#+) (.*)$/.exec(line) ?? [];
  if (marks !== '') return marks.length === 1 ? [title] : [title, '-'.repeat(cellWidth(title))];
  const text = withPlainLinks(line, address);
  if (text.startsWith('|')) return [text];
  const [indent = ''] = /^\s*(?:- |\d+\. )?/.exec(text) ?? [];
  const [first = '', ...rest] = wrapText(text.slice(indent.length), WIDTH - indent.length);
  return [indent + first, ...rest.map((more) => ' '.repeat(indent.length) + more)];
}

/** The ID of another rule is enough to find its page; the address of every other page is shown. Code can contain brackets. */
function withPlainLinks(line: string, address: string): string {
  return line.replace(/`[^`]*`|\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, text?: string, target = '') => {
    if (text === undefined) return whole;
    return target === `${text}.md` ? text : `${text} (${new URL(target, address).href})`;
  });
}

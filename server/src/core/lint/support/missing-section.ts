import { defineMessages } from '../../../messages/index.js';
import type { SkeletonSection } from '../../dialect/sections.js';
import { textBlocksOf, type Playbook, type Section } from '../../model/playbook.js';
import { largest } from '../../text/lists.js';
import { shift, type Span } from '../../text/span.js';
import type { SectionId } from '../../vocabulary/vocabulary.js';
import type { Fix } from '../rule.js';
import { preferred, suggestion, titles } from './fixes.js';
import { insertParagraph } from './section-edits.js';

const texts = defineMessages('missing-section', {
  makeHeading: { text: 'Make this line the heading "{heading}"', note: 'Title of a fix. {heading}: ## and its text.' },
});

/** A line that is the name of a section, but as text instead of a heading. */
export interface NamingLine {
  /** Without bold marks. */
  readonly text: string;
  readonly span: Span;
}

/** The line between two blank lines that is only the name of the section, in plain or bold text. */
export function lineNaming(playbook: Playbook, id: SectionId): NamingLine | undefined {
  const { vocabulary, language } = playbook;
  for (const { start, value } of textBlocksOf(playbook)) {
    for (const { index, groups } of value.source.matchAll(LINE)) {
      const { line = '', text = '' } = groups ?? {};
      const match = vocabulary.sections.find(text, language);
      if (match?.id === id && match.kind !== 'error')
        return { text, span: shift({ start: index, end: index + line.length }, start) };
    }
  }
  return undefined;
}

/** At most 60 characters in bold or plain text, with an empty line or nothing above and below. */
const LINE =
  /(?<=^|(?:^|[\r\n])[ \t]*(?:\r\n|\r|\n))(?<line>(?<marks>\*\*|__|)(?<text>[^\s#>|*_`~-][^\r\n|*_`]{0,60}?)\k<marks>[:：]?)(?=[ \t]*(?:\r\n|\r|\n)[ \t]*(?:[\r\n]|$)|[ \t]*$)/gu;

export function makeHeading({ text, span }: NamingLine): Fix {
  const heading = `## ${text}`;
  return preferred(suggestion(texts.makeHeading({ heading }), { span, newText: heading }));
}

/** Inserts the heading above the text of its section if that is there, otherwise above the next section. */
export function insertSection(
  playbook: Playbook,
  skeleton: readonly SkeletonSection[],
  id: SectionId,
  spelling: string,
): Fix {
  const { sectionOrder } = playbook.vocabulary;
  const place = sectionOrder.indexOf(id);
  const next = skeleton.find((candidate) => sectionOrder.indexOf(candidate.id) > place);
  const end = next === undefined ? playbook.text.length : startOf(next);
  const above = skeleton.filter((candidate) => startOf(candidate) < end).pop();
  const own = textOf(playbook, id, {
    start: above === undefined ? endOfIntroduction(playbook, end) : endOf(above),
    end,
  });
  const heading = `## ${spelling}`;
  return suggestion(titles.insert({ text: heading }), insertParagraph(playbook.text, own ?? end, heading));
}

/** Where the text of a section starts that has lost its heading, so that it now belongs to the section above. */
function textOf(playbook: Playbook, id: SectionId, within: Span): number | undefined {
  if (id === 'approach') return firstStep(playbook, within);
  if (id === 'refresh-summary')
    return playbook.tables.find((table) => table.schema.kind === 'refresh' && isIn(table.start, within))?.start;
  return afterGap(playbook.text, within) ?? (id === 'overview' ? firstParagraph(playbook.text, within) : undefined);
}

/** The end of the page's title and of the label lines below it, which precede every section. */
function endOfIntroduction({ headings, labels }: Playbook, before: number): number {
  const title = headings.find(({ value }) => value.level === 1);
  const ends = [
    title === undefined ? 0 : title.start + title.value.span.end,
    ...labels.map(({ start, value }) => start + value.line.end),
  ];
  return largest(ends.filter((end) => end <= before));
}

/** Text directly below the title and its labels is the overview; other sections lose their heading between others. */
function firstParagraph(text: string, { start, end }: Span): number | undefined {
  const blank = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const at = start + blank;
  return at === end || start === 0 || /^(?:#|\[!INCLUDE|<!--)/i.test(text.slice(at, at + 10)) ? undefined : at;
}

/** The first heading of level 3 with label lines below it. */
function firstStep({ sections, labels }: Playbook, within: Span): number | undefined {
  const isStep = ({ heading, span }: Section): boolean =>
    heading.value.level === 3 &&
    isIn(span.start, within) &&
    labels.some((label) => isIn(label.start + label.value.line.start, span));
  return sections.find(isStep)?.span.start;
}

/** The text below the only gap of two blank lines, which the deleted line of a heading leaves behind. */
function afterGap(text: string, { start, end }: Span): number | undefined {
  const gaps = [...text.slice(start, end).matchAll(GAP)];
  const [gap] = gaps;
  return gap === undefined || gaps.length > 1 ? undefined : start + gap.index + gap[0].length;
}

const GAP = /(?<=\S[ \t]*)(?:(?:\r\n|\r|\n)[ \t]*){2}(?:\r\n|\r|\n)(?=[ \t]*\S)/g;

function startOf({ heading }: SkeletonSection): number {
  return heading.start + heading.value.span.start;
}

function endOf({ heading }: SkeletonSection): number {
  return heading.start + heading.value.span.end;
}

function isIn(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end;
}

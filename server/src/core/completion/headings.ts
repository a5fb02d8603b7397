import { defineMessages } from '../../messages/index.js';
import { skeletonIdOf } from '../dialect/sections.js';
import type { Playbook } from '../model/playbook.js';
import type { SectionId } from '../vocabulary/vocabulary.js';
import type { HeadingPlace } from '../features/caret-place.js';
import { SECTION_PURPOSES } from '../features/purposes.js';
import { all, type Completion, type CompletionRequest, type Completions } from './completion.js';

const texts = defineMessages('headings', {
  section: { text: 'section', note: 'A suggested heading of a section.' },
  translatedSection: { text: 'section: {english}', note: 'A suggested heading. "english" is the heading in English.' },
});

/** The headings for this position, by the typed level. */
export function headingCompletions({ level, span }: HeadingPlace, { playbook }: CompletionRequest): Completions {
  const blank = playbook.text[span.start - 1] === '#' ? ' ' : '';
  return all(
    sectionsFor(level, playbook, span.start).map((id) => ({
      ...sectionItem(id, playbook),
      edit: { span, newText: blank + playbook.vocabulary.sections.spelling(id, playbook.language) },
    })),
  );
}

/** The common part of completions for a section heading. */
export function sectionItem(id: SectionId, { vocabulary: { sections }, language }: Playbook): Omit<Completion, 'edit'> {
  const [spelling, english] = [sections.spelling(id, language), sections.spelling(id, 'en')];
  return {
    label: spelling,
    kind: 'section',
    detail: spelling === english ? texts.section : texts.translatedSection({ english }),
    documentation: SECTION_PURPOSES[id],
    ...(spelling !== english && { filterText: `${spelling} ${english}` }),
  };
}

/** The level of a task table's heading. */
const TASKS_LEVEL = 4;
const SECTION_LEVEL = 2;

function sectionsFor(level: number, playbook: Playbook, offset: number): readonly SectionId[] {
  if (level === TASKS_LEVEL) return ['ftop-tasks'];
  return level === SECTION_LEVEL ? missingSections(playbook, offset) : [];
}

/** The missing sections that belong at `offset`, in order. The heading at `offset` doesn't count. */
export function missingSections({ headings, vocabulary, language, lines }: Playbook, offset: number): SectionId[] {
  const { sectionOrder } = vocabulary;
  const line = lines.lineAt(offset);
  let above = -1;
  let below = sectionOrder.length;
  const present = new Set<SectionId>();
  for (const { start, value } of headings) {
    const id = skeletonIdOf(value, vocabulary, language);
    const at = start + value.span.start;
    if (id === undefined || lines.lineAt(at) === line) continue;
    present.add(id);
    const place = sectionOrder.indexOf(id);
    if (at < offset) above = Math.max(above, place);
    else below = Math.min(below, place);
  }
  return sectionOrder.filter((id, place) => place > above && place < below && !present.has(id));
}

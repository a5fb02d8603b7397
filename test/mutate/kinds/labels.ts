import type { LabelId, TermSetName } from '../../../server/src/core/vocabulary/vocabulary.js';
import { alsoOn, alsoRight, at, edit, remove, removeLines, replace, type Kind, type Mutation } from '../kind.js';
import { misspelt } from '../misspell.js';
import type { Page } from '../page.js';
import { labelPairs, labels as labelLines, labelsOf, recommended, termsIn, type LabelPlace } from '../places.js';

/** Mistakes in the label lines, such as `Primary Role: **FastTrack Manager**`. */
export const labels: readonly Kind[] = [
  {
    id: 'label-hard-break-removed',
    describe: 'The two spaces at the end of a label line are lost.',
    apply: at(labelLines, ({ hardBreak, beforeLabel, content, line }, page) =>
      hardBreak === 'spaces' && beforeLabel ? remove(page, { start: content.end, end: line.end }) : undefined,
    ),
  },
  { id: 'label-role-typo', describe: 'The role of a step has a typo.', apply: valueTypo('primary-role', 'roles') },
  { id: 'label-motions-typo', describe: 'A motion has a typo.', apply: valueTypo('motions', 'motions') },
  {
    id: 'label-services-typo',
    describe: 'A service of a step has a typo.',
    apply: valueTypo('applies-to', 'services'),
  },
  { id: 'label-phase-typo', describe: 'The phase has a typo.', apply: valueTypo('phase', 'phases') },
  {
    id: 'labels-swapped',
    describe: 'Two label lines are in the wrong order.',
    apply: at(labelPairs, ([upper, lower], page) =>
      edit(page, [
        { span: upper.content, newText: page.slice(lower.content) },
        { span: lower.content, newText: page.slice(upper.content) },
      ]),
    ),
  },
  {
    id: 'labels-on-one-line',
    describe: 'The line break between two label lines is lost.',
    apply: at(labelPairs, ([upper, lower], page) =>
      replace(page, { start: upper.content.end, end: lower.content.start }, ' '),
    ),
  },
  {
    id: 'label-colon-removed',
    describe: 'The colon after a label is lost.',
    apply: at(labelLines, ({ colon }, page) => remove(page, colon)),
  },
  {
    id: 'label-colon-inside-bold',
    describe: 'The colon after a label is inside the bold text.',
    apply: at(labelLines, ({ label, colon, value }, page, random) => {
      const gap = random.pick(['', ' ']) ?? '';
      return replace(page, { start: label.end, end: value.start }, `${gap}**${page.slice(colon)} `);
    }),
  },
  {
    id: 'label-misspelt',
    describe: 'A label has a typo.',
    apply: at(labelLines, ({ label }, page, random) => {
      const typo = misspelt(page.slice(label), random);
      return typo === undefined ? undefined : replace(page, label, typo);
    }),
  },
  {
    id: 'label-not-bold',
    describe: 'The value of a label is not bold.',
    apply: at(labelLines, ({ value }, page) =>
      edit(page, [
        { span: { start: value.start - 2, end: value.start }, newText: '' },
        { span: { start: value.end, end: value.end + 2 }, newText: '' },
      ]),
    ),
  },
  {
    id: 'label-bold-unclosed',
    describe: 'The asterisks after the value of a label are lost.',
    apply: at(labelLines, ({ value }, page) => remove(page, { start: value.end, end: value.end + 2 })),
  },
  {
    id: 'label-value-empty',
    describe: 'The value of a label is deleted.',
    apply: at(labelLines, ({ colon, content }, page) => remove(page, { start: colon.end, end: content.end })),
  },
  {
    id: 'label-line-removed',
    describe: 'A label line of a step is deleted.',
    apply: at(labelLines, (label, page) => (label.id === 'phase' ? undefined : withoutLine(label, page))),
  },
  {
    id: 'label-phase-removed',
    describe: 'The line with the phase is deleted.',
    apply: at(labelsOf('phase'), withoutLine),
  },
  {
    id: 'phase-of-another-page',
    describe: 'The page names the phase of another page.',
    apply: at(labelsOf('phase'), ({ value }, page, random) => {
      const { phases } = page.playbook.vocabulary;
      const others = phases.ids().filter((id) => phases.has(id, page.language) && !ofSeveral.includes(id));
      const spellings = others.map((id) => phases.spelling(id, page.language));
      const other = random.pick(spellings.filter((spelling) => spelling !== page.slice(value)));
      return other === undefined ? undefined : replace(page, value, other);
    }),
  },
];

/** The phases of pages that aren't about one phase. */
const ofSeveral = ['multiple', 'automated-onboarding', 'waves', 'monitor'];

function valueTypo(label: LabelId, set: TermSetName): Kind['apply'] {
  return at(labelsOf(label), ({ value }, page, random) => {
    const term = random.pick(termsIn(page, value, set));
    const typo = term === undefined ? undefined : misspelt(term.text, random);
    return term === undefined || typo === undefined
      ? undefined
      : alsoRight(replace(page, term.span, typo), replace(page, term.span, recommended(page, term.text, set)));
  });
}

/** Deletes the line. An author also looks for it at the heading above. */
function withoutLine({ line, heading = 0 }: LabelPlace, page: Page): Mutation {
  return alsoOn(removeLines(page, line), heading);
}

import { defineMessages } from '../../messages/index.js';
import { headingSpan, skeletonOf } from '../dialect/sections.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import type { Heading } from '../model/headings.js';
import { isProcessPlaybook } from '../model/page-kind.js';
import type { Playbook } from '../model/playbook.js';
import { shift, type Placed } from '../text/span.js';

const texts = defineMessages('section-level', {
  changeLevel: { text: 'Change to a level-{level} heading', note: 'Title of a fix. {level}: 1 to 6.' },
});

export const sectionLevel = defineRule({
  meta: {
    id: 'section-level',
    category: 'structure',
    description: 'Standard sections, steps, and the headings of task tables have the same level as others on the page',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      section: 'The section "{text}" has level {level}, but the other sections of the page have level {usual}',
      step: 'The step "{text}" has level {level}, but steps have level {usual}',
      tasks: 'The heading "{text}" has level {level}, but belongs to a step: use level {usual}',
      otherTasks:
        'The heading "{text}" has level {level}, but the other task tables of the page have headings of level {usual}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  playbook({ playbook, report }) {
    if (!isProcessPlaybook(playbook)) return;
    for (const { kind, heading, usual } of [...sectionsIn(playbook), ...partsOfApproach(playbook)]) {
      const { text, level, form } = heading.value;
      report({
        messageId: kind,
        data: { text, level, usual },
        span: headingSpan(heading),
        fixes: form === 'atx' ? [changeLevel(heading, usual)] : [],
      });
    }
  },
});

type Level = Heading['level'];

interface OtherLevel {
  readonly kind: 'section' | 'step' | 'tasks' | 'otherTasks';
  readonly heading: Placed<Heading>;
  readonly usual: Level;
}

function changeLevel({ start, value: { marker } }: Placed<Heading>, level: Level): Fix {
  const span = shift(marker, start);
  return preferred(suggestion(texts.changeLevel({ level }), { span, newText: '#'.repeat(level) }));
}

/** How many sections must agree before another one is wrong. */
const MIN_SECTIONS = 3;

/** Sections with another level than all others. Another rule reports a refresh summary with level 1. */
function sectionsIn(playbook: Playbook): OtherLevel[] {
  const skeleton = skeletonOf(playbook).filter(
    ({ id, heading }) => heading.value.level > 1 || id !== 'refresh-summary',
  );
  // The case for almost every page, at every keystroke.
  if (commonLevel(skeleton.map(({ heading }) => heading)) !== undefined) return [];
  return skeleton.flatMap(({ id, heading }): OtherLevel[] => {
    const others = skeleton.filter((other) => other.heading !== heading);
    const usual = commonLevel(others.map((other) => other.heading));
    // The same name again may be the title of a part.
    if (others.length < MIN_SECTIONS || others.some((other) => other.id === id)) return [];
    return usual === undefined || heading.value.level === usual ? [] : [{ kind: 'section', heading, usual }];
  });
}

/** The only level of the headings. */
function commonLevel(headings: readonly Placed<Heading>[]): Level | undefined {
  const [first] = headings;
  return headings.every(({ value }) => value.level === first?.value.level) ? first?.value.level : undefined;
}

/** Steps are one level below Approach, and their task tables are one level below them. */
function partsOfApproach(playbook: Playbook): OtherLevel[] {
  const found: OtherLevel[] = [];
  const { headings } = playbook;
  const tasks = headings.filter(({ value }) => isForTasks(value));
  const haveOneLevel = commonLevel(tasks) !== undefined;
  let approach: Level | undefined;
  for (const [index, heading] of headings.entries()) {
    const { level, matches } = heading.value;
    if (isForTasks(heading.value)) {
      if (approach === undefined) continue;
      const other =
        (haveOneLevel ? undefined : otherTasks(heading, tasks)) ??
        tasksBelow(headings[index - 1], heading, (approach + 1) as Level, playbook);
      if (other !== undefined) found.push(other);
    } else if (matches.length > 0) {
      approach = matches.some(({ id }) => id === 'approach') ? level : undefined;
    } else if (approach !== undefined && level !== approach + 1 && isStep(heading, headings[index + 1], playbook)) {
      found.push({ kind: 'step', heading, usual: (approach + 1) as Level });
    }
  }
  return found;
}

function isForTasks({ matches }: Heading): boolean {
  return matches.some(({ id }) => id === 'ftop-tasks');
}

/** At least two other task tables of the page have headings of another level. */
function otherTasks(heading: Placed<Heading>, all: readonly Placed<Heading>[]): OtherLevel | undefined {
  const others = all.filter((other) => other !== heading);
  const usual = commonLevel(others);
  if (others.length < 2 || usual === undefined || heading.value.level === usual) return undefined;
  return { kind: 'otherTasks', heading, usual };
}

/** The heading directly below a step. Some pages have task tables in sections of their own, with level 2. */
function tasksBelow(
  above: Placed<Heading> | undefined,
  heading: Placed<Heading>,
  step: Level,
  playbook: Playbook,
): OtherLevel | undefined {
  const { level } = heading.value;
  if (above === undefined || (level !== step && level <= step + 1)) return undefined;
  if (above.value.matches.length > 0 || !isStep(above, heading, playbook)) return undefined;
  return { kind: 'tasks', heading, usual: (step + 1) as Level };
}

/** A heading with the label lines of a step directly below it. Tasks that belong to no step have `-` for a role. */
function isStep({ start, value }: Placed<Heading>, next: Placed<Heading> | undefined, playbook: Playbook): boolean {
  const from = start + value.span.end;
  const to = next === undefined ? playbook.text.length : next.start + next.value.span.start;
  const labels = playbook.labels.filter((label) => {
    const at = label.start + label.value.line.start;
    return at >= from && at < to;
  });
  const role = labels.find(({ value: { id } }) => id === 'primary-role');
  return (
    role !== undefined &&
    /\p{L}/u.test(role.value.value.text) &&
    labels.some(({ value: { id } }) => id === 'applies-to')
  );
}

import { defineTexts, numberText } from '../../shared/texts';
import type { PreviewTable } from '../protocol/messages';
import type { GroupLine, Grouping } from '../model/lines';
import { Icon } from '../parts/icon';
import { Path } from '../parts/path';
import { plainText } from '../parts/plain-pieces';
import { PlainText } from '../parts/plain-text';
import type { GridParts } from './grid-parts';

const texts = defineTexts('preview/group-row', {
  noSection: { text: '(without a heading)', note: 'Title of a group: tasks that are in no section.' },
  noRole: { text: '(without a role)', note: 'Title of a group of tasks.' },
  noServices: { text: '(without a service)', note: 'Title of a group of tasks.' },
  tasks: '{count, plural, one {# task} other {# tasks}}',
  withProblems: { text: '{count, number} with problems', note: 'How many tasks of a group have problems.' },
  primaryRole: { text: 'Primary Role', note: 'The name of a label line of playbooks; its value follows.' },
  appliesTo: { text: 'Applies To', note: 'The name of a label line of playbooks; its value follows.' },
});

/** The titles of groups of rows without a value. */
const UNTITLED: Readonly<Record<Grouping, string>> = {
  section: texts.noSection,
  role: texts.noRole,
  services: texts.noServices,
  none: texts.noSection,
};

interface GroupRowProps extends GridParts {
  readonly line: GroupLine;
  readonly index: number;
  readonly isActive: boolean;
  readonly grouping: Grouping;
}

/** The header of a group: its title, the number of its tasks, and its label lines. */
export function GroupRow({ line, index, isActive, grouping, inSight, tasks, columns, top }: GroupRowProps) {
  const { level, title, isPath, count, withProblems, isCollapsed } = line;
  const tasksText = texts.tasks({ count });
  const table = line.table === null ? undefined : tasks.preview.tables[line.table];
  return (
    <div
      role="row"
      class={isActive ? `row group level-${level} active` : `row group level-${level}`}
      aria-rowindex={index + 2}
      data-line={index}
      style={{ top }}
    >
      <div
        role="gridcell"
        class="cell"
        aria-colindex={1}
        aria-colspan={columns.length}
        aria-expanded={!isCollapsed}
        data-column={0}
        tabIndex={isActive ? 0 : -1}
      >
        <span class="group-content" style={{ maxWidth: `${inSight}px` }}>
          <span class={isCollapsed ? 'twist collapsed' : 'twist'}>
            <Icon name="down" />
          </span>
          <Title title={title === '' ? UNTITLED[grouping] : title} isPath={isPath} />
          <span class="group-count" title={tasksText}>
            <span aria-hidden="true">{numberText(count)}</span>
            <span class="hidden">{tasksText}</span>
          </span>
          {withProblems > 0 && <ProblemsIn count={withProblems} />}
          {level > 1 && table !== undefined && <Labels table={table} />}
          {level === 1 && grouping === 'section' && table !== undefined && table.step === '' && (
            <Labels table={table} />
          )}
        </span>
      </div>
    </div>
  );
}

function Title({ title, isPath }: { readonly title: string; readonly isPath: boolean }) {
  return isPath ? (
    <span class="group-title">
      <Path path={title} />
    </span>
  ) : (
    <span class="group-title" title={plainText(title)}>
      <PlainText text={title} />
    </span>
  );
}

function ProblemsIn({ count }: { readonly count: number }) {
  const text = texts.withProblems({ count });
  return (
    <span class="group-problems" title={text}>
      <Icon name="warning" />
      <span aria-hidden="true">{numberText(count)}</span>
      <span class="hidden">{text}</span>
    </span>
  );
}

/** The label lines of the step. */
function Labels({ table: { primaryRole, appliesTo } }: { readonly table: PreviewTable }) {
  return (
    <>
      {primaryRole !== '' && (
        <span class="label" title={plainText(primaryRole)}>
          <span class="label-name">{texts.primaryRole}</span> <PlainText text={primaryRole} limit={120} />
        </span>
      )}
      {appliesTo !== '' && (
        <span class="label" title={plainText(appliesTo)}>
          <span class="label-name">{texts.appliesTo}</span> <PlainText text={appliesTo} limit={200} />
        </span>
      )}
    </>
  );
}

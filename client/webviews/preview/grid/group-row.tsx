import type { PreviewTable } from '../protocol/messages';
import type { PreviewTexts } from '../protocol/texts';
import type { GroupLine, Grouping } from '../model/lines';
import { filled } from '../parts/filled';
import { Icon } from '../parts/icon';
import { Path } from '../parts/path';
import { plainText } from '../parts/plain-pieces';
import { PlainText } from '../parts/plain-text';
import type { GridParts } from './grid-parts';

interface GroupRowProps extends GridParts {
  readonly line: GroupLine;
  readonly index: number;
  readonly isActive: boolean;
  readonly grouping: Grouping;
  /** In pixels: the width of the visible part of the row. */
  readonly inSight: number;
}

/** The header of a group: its title, the number of its tasks, and its label lines. */
export function GroupRow({ line, index, isActive, grouping, inSight, tasks, columns, top, texts }: GroupRowProps) {
  const { level, title, isPath, count, withProblems, isCollapsed } = line;
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
          <Title title={title === '' ? untitled(grouping, texts) : title} isPath={isPath} />
          <span class="group-count" title={countText(count, texts)}>
            <span aria-hidden="true">{count.toLocaleString()}</span>
            <span class="hidden">{countText(count, texts)}</span>
          </span>
          {withProblems > 0 && <ProblemsIn count={withProblems} texts={texts} />}
          {level > 1 && table !== undefined && <Labels table={table} texts={texts} />}
          {level === 1 && grouping === 'section' && table !== undefined && table.step === '' && (
            <Labels table={table} texts={texts} />
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

function ProblemsIn({ count, texts }: { readonly count: number; readonly texts: PreviewTexts }) {
  const text = filled(texts.groups.problems, count);
  return (
    <span class="group-problems" title={text}>
      <Icon name="warning" />
      <span aria-hidden="true">{count.toLocaleString()}</span>
      <span class="hidden">{text}</span>
    </span>
  );
}

/** The label lines of the step. */
function Labels({
  table: { primaryRole, appliesTo },
  texts: { groups },
}: {
  readonly table: PreviewTable;
  readonly texts: PreviewTexts;
}) {
  return (
    <>
      {primaryRole !== '' && (
        <span class="label" title={plainText(primaryRole)}>
          <span class="label-name">{groups.primaryRole}</span> <PlainText text={primaryRole} limit={120} />
        </span>
      )}
      {appliesTo !== '' && (
        <span class="label" title={plainText(appliesTo)}>
          <span class="label-name">{groups.appliesTo}</span> <PlainText text={appliesTo} limit={200} />
        </span>
      )}
    </>
  );
}

function untitled(grouping: Grouping, { groups }: PreviewTexts): string {
  if (grouping === 'role') return groups.noRole;
  return grouping === 'services' ? groups.noServices : groups.noSection;
}

function countText(count: number, { groups }: PreviewTexts): string {
  return count === 1 ? groups.oneTask : filled(groups.tasks, count);
}

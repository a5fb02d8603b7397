import { defineTexts } from '../../shared/texts';
import { groupKeys, type Grouping } from '../model/lines';
import type { Look } from '../model/look';
import { usePanel } from '../panel';
import { Icon } from '../parts/icon';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';
import type { ShownTasks } from '../shown-tasks';

const texts = defineTexts('preview/group-menu', {
  label: {
    text: 'Group by: {grouping}',
    note: 'A button that opens a menu. {grouping} is the chosen item, such as "Role".',
  },
  title: { text: 'Group by', note: 'Title of a menu with the items "Section and step", "Role", "Service" and "None".' },
  section: 'Section and step',
  role: { text: 'Role', note: 'An item of the menu "Group by".' },
  services: { text: 'Service', note: 'An item of the menu "Group by".' },
  none: { text: 'None', note: 'An item of the menu "Group by": no groups.' },
  collapseAll: 'Collapse all groups',
  expandAll: 'Expand all groups',
});

/** What the rows are grouped by, and actions for all groups. */
export function GroupMenu({ shown }: { readonly shown: ShownTasks | null }) {
  const { state, dispatch } = usePanel();
  const { look, scope } = state;
  const change = (changed: Partial<Look>): void => dispatch({ type: 'look', change: changed });
  const groups = (): readonly string[] =>
    shown === null ? [] : groupKeys(shown.tasks, shown.rows, { grouping: look.grouping, scope });
  const itemsOf = (): readonly MenuItem[] => [
    { title: texts.title },
    ...GROUPINGS.map((grouping) => ({
      label: texts[grouping],
      isRadio: true,
      isChecked: look.grouping === grouping,
      run: () => change({ grouping }),
    })),
    ...(look.grouping === 'none'
      ? []
      : [
          { title: '' },
          { label: texts.collapseAll, run: () => change({ collapsed: groups() }) },
          { label: texts.expandAll, run: () => change({ collapsed: [] }) },
        ]),
  ];
  const label = texts.label({ grouping: texts[look.grouping] });
  return (
    <MenuButton label={label} itemsOf={itemsOf} isActive={look.grouping !== 'section'}>
      <Icon name="lines" />
    </MenuButton>
  );
}

const GROUPINGS: readonly Grouping[] = ['section', 'role', 'services', 'none'];

import { defineTexts } from '../../shared/texts';
import type { Grouping } from '../model/lines';
import type { Look } from '../model/look';
import { Icon } from '../parts/icon';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';

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

interface GroupMenuProps {
  readonly look: Look;
  readonly groups: () => readonly string[];
  readonly onLook: (change: Partial<Look>) => void;
}

/** What the rows are grouped by, and actions for all groups. */
export function GroupMenu({ look, groups, onLook }: GroupMenuProps) {
  const itemsOf = (): readonly MenuItem[] => [
    { title: texts.title },
    ...GROUPINGS.map((grouping) => ({
      label: texts[grouping],
      isRadio: true,
      isChecked: look.grouping === grouping,
      run: () => onLook({ grouping }),
    })),
    ...(look.grouping === 'none'
      ? []
      : [
          { title: '' },
          { label: texts.collapseAll, run: () => onLook({ collapsed: groups() }) },
          { label: texts.expandAll, run: () => onLook({ collapsed: [] }) },
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

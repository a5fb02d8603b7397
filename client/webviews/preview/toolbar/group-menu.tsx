import type { PreviewTexts } from '../protocol/texts';
import type { Grouping } from '../model/lines';
import type { Look } from '../model/look';
import { filled } from '../parts/filled';
import { Icon } from '../parts/icon';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';

interface GroupMenuProps {
  readonly texts: PreviewTexts;
  readonly look: Look;
  readonly groups: () => readonly string[];
  readonly onLook: (change: Partial<Look>) => void;
}

/** What the rows are grouped by, and actions for all groups. */
export function GroupMenu({ texts: { groups: texts, toolbar }, look, groups, onLook }: GroupMenuProps) {
  const itemsOf = (): readonly MenuItem[] => [
    { title: texts.label },
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
  const label = filled(toolbar.group, texts[look.grouping]);
  return (
    <MenuButton label={label} itemsOf={itemsOf} isActive={look.grouping !== 'section'}>
      <Icon name="lines" />
    </MenuButton>
  );
}

const GROUPINGS: readonly Grouping[] = ['section', 'role', 'services', 'none'];

import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useAnchored, type Anchor } from './anchored';
import { Icon, type IconName } from './icon';
import { focusBeside } from './menu-keys';

/** An item to choose or toggle, or the title of the items that follow. */
export type MenuItem = MenuChoice | { readonly title: string };

export interface MenuChoice {
  readonly label: string;
  /** At the end of the line: a number, or a keyboard shortcut. */
  readonly note?: string;
  readonly icon?: IconName;
  /** `undefined`: the item can't be toggled. */
  readonly isChecked?: boolean;
  /** A radio item instead of a checkbox. */
  readonly isRadio?: boolean;
  readonly isDisabled?: boolean;
  /** The menu stays open, because the author may want to choose more. */
  readonly isSticky?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchorOf: () => Anchor | undefined;
  /** `isDone`: the focus returns to where it came from. */
  readonly onClose: (isDone: boolean) => void;
  readonly empty?: string;
}

/** A menu above everything else. It has the focus while it is open. */
export function Menu({ label, items, anchorOf, onClose, empty }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useAnchored(menu, anchorOf);
  useLayoutEffect(() => (menu.current?.querySelector<HTMLElement>(ITEMS) ?? menu.current)?.focus(), []);
  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      // The button of the menu handles clicks on itself.
      const own = menu.current?.closest('.menu-button') ?? menu.current;
      if (!(event.target instanceof Node && own?.contains(event.target))) onClose(false);
    };
    document.addEventListener('pointerdown', closeOutside, true);
    return () => document.removeEventListener('pointerdown', closeOutside, true);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose(true);
    } else if (menu.current && focusBeside(menu.current, ITEMS, event.key)) event.preventDefault();
  };
  return (
    <div ref={menu} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item, index) =>
        'title' in item ? (
          <MenuTitle key={index}>{item.title}</MenuTitle>
        ) : (
          <MenuLine key={index} item={item} onClose={onClose} />
        ),
      )}
      {items.length === 0 && (
        <div class="menu-item" role="menuitem" aria-disabled="true" tabIndex={-1}>
          {empty}
        </div>
      )}
    </div>
  );
}

const ITEMS = '[role^="menuitem"]:not([aria-disabled="true"])';

function MenuTitle({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="menu-title" role="presentation">
      {children}
    </div>
  );
}

function MenuLine({ item, onClose }: { readonly item: MenuChoice; readonly onClose: MenuProps['onClose'] }) {
  const { label, note, icon, isChecked, isRadio, isDisabled, isSticky, run } = item;
  const choose = (): void => {
    if (isDisabled) return;
    // Closed first, because the action may move the focus.
    if (!isSticky) onClose(true);
    run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  const role = isChecked === undefined ? 'menuitem' : isRadio ? 'menuitemradio' : 'menuitemcheckbox';
  return (
    <div
      class="menu-item"
      role={role}
      aria-checked={isChecked}
      aria-disabled={isDisabled}
      tabIndex={-1}
      onClick={choose}
      onKeyDown={onKeyDown}
    >
      <span class="menu-mark">{isChecked === true ? <Icon name="check" /> : icon && <Icon name={icon} />}</span>
      <span class="menu-label">{label}</span>
      {note !== undefined && <span class="menu-note">{note}</span>}
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { Icon } from './icon';
import { Menu, type MenuItem } from './menu';

interface MenuButtonProps {
  readonly label: string;
  /** Created when the menu is opened, and again with each change while it is open. */
  readonly itemsOf: () => readonly MenuItem[];
  readonly children: ComponentChildren;
  readonly isActive?: boolean;
  readonly isDisabled?: boolean;
  readonly empty?: string;
  readonly look?: 'tool' | 'pill';
}

/** A button that opens a menu below it. */
export function MenuButton({
  label,
  itemsOf,
  children,
  isActive = false,
  isDisabled = false,
  empty = '',
  look = 'tool',
}: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = useCallback((isDone: boolean) => {
    setOpen(false);
    if (isDone) button.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <span class="menu-button">
      <button
        ref={button}
        type="button"
        class={isActive ? `${look} active` : look}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        disabled={isDisabled}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={onKeyDown}
      >
        {children}
        <Icon name="down" />
      </button>
      {isOpen && (
        <Menu
          label={label}
          items={itemsOf()}
          empty={empty}
          anchorOf={() => button.current?.getBoundingClientRect()}
          onClose={close}
        />
      )}
    </span>
  );
}

/** Drawn here, because a panel doesn't load an icon font. Lines on a grid of 16 by 16. */
const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  check: 'M3 8.5l3.2 3.2L13 5',
  refresh: 'M13.2 7A5.4 5.4 0 0 0 3.6 4.6L2.5 6M2.5 2.5V6H6M2.8 9a5.4 5.4 0 0 0 9.6 2.4l1.1-1.4M13.5 13.5V10H10',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  unlock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 4.6-1.3',
  bars: 'M2.5 13.5h11M4.5 13.5v-5M8 13.5v-11M11.5 13.5v-8',
  export: 'M8 10V2.5M5 5.5l3-3 3 3M3 9.5v4h10v-4',
  import: 'M8 2.5V10M5 7l3 3 3-3M3 9.5v4h10v-4',
  lines: 'M2.5 3.5h11M5.5 8h8M5.5 12.5h8',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  shield: 'M8 2l5 2v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4z',
  error: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6',
  warning: 'M8 2.2 14.3 13.5H1.7ZM8 6.3v3.4M8 11.5v.01',
  info: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM8 7.3v4M8 4.9v.01',
  hint: 'M6 12.5h4M6.5 14.3h3M8 1.8a4.2 4.2 0 0 0-2.4 7.6c.4.3.6.7.6 1.1h3.6c0-.4.2-.8.6-1.1A4.2 4.2 0 0 0 8 1.8Z',
  link: 'M9.5 2.5h4v4M13.5 2.5 8 8M11.5 9v4.5h-9v-9H7',
} as const;

export type IconName = keyof typeof PATHS;

/** Has no label: the text is next to it or in the surrounding label. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

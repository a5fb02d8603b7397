const PATHS = {
  /** Not equal. */
  differs: 'M3 6h10M3 10h10M10.5 2.5l-5 11',
  /** A triangle with an exclamation mark. */
  broken: 'M8 2.2 14.3 13.5H1.7ZM8 6.3v3.4M8 11.5v.01',
  /** An empty place. */
  missing: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM4.2 11.8l7.6-7.6',
} as const;

/** An icon next to a text with the same meaning, in the style of the other icons. */
export function DifferenceSign({ kind }: { readonly kind: keyof typeof PATHS }) {
  return (
    <svg class="icon languages-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[kind]} />
    </svg>
  );
}

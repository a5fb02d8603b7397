import type { ComponentChildren } from 'preact';

interface MessageProps {
  readonly title: string;
  readonly hint?: string;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
  readonly children?: ComponentChildren;
}

/** Shown instead of a grid: the reason, and what to do. */
export function Message({ title, hint, actions = [], children }: MessageProps) {
  return (
    <section class="message">
      <h2>{title}</h2>
      {hint !== undefined && <p>{hint}</p>}
      {children}
      {actions.length > 0 && (
        <p class="message-actions">
          {actions.map(({ label, run }) => (
            <button key={label} type="button" class="button" onClick={run}>
              {label}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

import { defineTexts } from '../../shared/texts';

const texts = defineTexts('preview/loading', {
  pages: { text: '{done, number} of {total, number} pages', note: 'How many pages have been read.' },
  cancel: { text: 'Cancel', note: 'A button that stops reading pages.' },
});

interface LoadingProps {
  readonly title: string;
  readonly done: number | null;
  readonly total: number | null;
  /** `undefined`: it takes only a moment. */
  readonly onCancel?: () => void;
}

/** What is being read, and the progress. */
export function Loading({ title, done, total, onCancel }: LoadingProps) {
  const isKnown = done !== null && total !== null && total > 0;
  return (
    <section class="message loading" aria-busy="true">
      <h2 id="loading">{title}</h2>
      {isKnown ? (
        <progress aria-labelledby="loading" value={done} max={total} />
      ) : (
        <progress aria-labelledby="loading" />
      )}
      <p role="status">{isKnown ? texts.pages({ done, total }) : ''}</p>
      {onCancel !== undefined && (
        <p class="message-actions">
          <button type="button" class="button" onClick={onCancel}>
            {texts.cancel}
          </button>
        </p>
      )}
    </section>
  );
}

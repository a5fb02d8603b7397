import { useRef } from 'preact/hooks';
import type { PreviewTexts } from '../../src/common/preview/texts';
import type { Said } from '../model/session';
import { Icon } from '../parts/icon';
import { plainText } from '../parts/plain-pieces';

interface NoticeProps {
  readonly said: Said | null;
  readonly texts: PreviewTexts;
  readonly onDismiss: () => void;
}

/**
 * The result of an edit, an export or an import. Both elements exist from the start, because screen readers read only
 * what changes.
 */
export function Notice({ said, texts, onDismiss }: NoticeProps) {
  const turn = useTurn(said);
  const words = said !== null && (
    <span key={turn} class="notice-words">
      <Icon name={said.isError ? 'error' : 'info'} />
      <span class="notice-text">{plainText(said.message, 2000)}</span>
    </span>
  );
  return (
    <div class={said === null ? 'notice' : 'notice shown'}>
      <div role="status">{said?.isError === false && words}</div>
      <div role="alert">{said?.isError === true && words}</div>
      {said !== null && (
        <button
          type="button"
          class="clear"
          aria-label={texts.states.dismiss}
          title={texts.states.dismiss}
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** A different number for each notice, so that the same text is read again. */
function useTurn(said: Said | null): number {
  const last = useRef({ said, turn: 0 });
  if (last.current.said !== said) last.current = { said, turn: last.current.turn + 1 };
  return last.current.turn;
}

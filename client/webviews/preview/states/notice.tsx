import { useRef } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import type { Announcement } from '../model/preview-state';
import { Icon } from '../parts/icon';
import { plainText } from '../parts/plain-pieces';

const texts = defineTexts('preview/notice', {
  dismiss: { text: 'Dismiss', note: 'A button that hides a message. A verb.' },
});

interface NoticeProps {
  readonly announcement: Announcement | null;
  readonly onDismiss: () => void;
}

/** The result of an edit, an export or an import. Both live regions exist from the start: screen readers announce only what is added to them. */
export function Notice({ announcement, onDismiss }: NoticeProps) {
  const turn = useTurn(announcement);
  const words = announcement !== null && (
    <span key={turn} class="notice-words">
      <Icon name={announcement.isError ? 'error' : 'info'} />
      <span class="notice-text">{plainText(announcement.message, 2000)}</span>
    </span>
  );
  return (
    <div class={announcement === null ? 'notice' : 'notice shown'}>
      <div role="status">{announcement?.isError === false && words}</div>
      <div role="alert">{announcement?.isError === true && words}</div>
      {announcement !== null && (
        <button type="button" class="clear" aria-label={texts.dismiss} title={texts.dismiss} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** A new number for each announcement, even if its text is the same. */
function useTurn(announcement: Announcement | null): number {
  const last = useRef({ announcement, turn: 0 });
  if (last.current.announcement !== announcement) last.current = { announcement, turn: last.current.turn + 1 };
  return last.current.turn;
}

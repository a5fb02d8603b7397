import { format } from '../../shared/texts';
import { MEANINGS } from '../columns';
import type { PreviewRow } from '../protocol/messages';
import { PlainText } from './plain-text';

interface ObligationBadgeProps {
  /** As written in the table. */
  readonly letter: string;
  readonly obligation: PreviewRow['obligation'];
  /** There is only space for the letter; screen readers still read the word. */
  readonly isShort?: boolean;
}

/** The letter of the table, and its meaning. */
export function ObligationBadge({ letter, obligation, isShort = false }: ObligationBadgeProps) {
  const meaning = format(MEANINGS[obligation ?? 'unknown']);
  return (
    <span class={`badge ${obligation ?? 'unknown'}`} title={meaning}>
      <span class="letter">
        <PlainText text={letter} limit={20} />
      </span>
      <span class={isShort ? 'hidden' : 'meaning'}>{obligation === null ? '?' : meaning}</span>
    </span>
  );
}

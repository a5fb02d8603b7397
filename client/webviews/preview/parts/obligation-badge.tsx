import type { PreviewRow } from '../protocol/messages';
import type { PreviewTexts } from '../protocol/texts';
import { PlainText } from './plain-text';

interface ObligationBadgeProps {
  /** As written in the table. */
  readonly letter: string;
  readonly obligation: PreviewRow['obligation'];
  readonly texts: PreviewTexts;
  /** There is only space for the letter; screen readers still read the word. */
  readonly isShort?: boolean;
}

/** The letter of the table, and its meaning. */
export function ObligationBadge({ letter, obligation, texts, isShort = false }: ObligationBadgeProps) {
  const { mandatory, optional, unknown } = texts.obligation;
  const meaning = obligation === 'mandatory' ? mandatory : obligation === 'optional' ? optional : undefined;
  return (
    <span class={`badge ${obligation ?? 'unknown'}`} title={meaning ?? unknown}>
      <span class="letter">
        <PlainText text={letter} limit={20} />
      </span>
      <span class={isShort ? 'hidden' : 'meaning'}>{meaning ?? '?'}</span>
    </span>
  );
}

import type { PreviewRow } from '../../src/common/preview/messages';
import type { PreviewTexts } from '../../src/common/preview/texts';
import { PlainText } from './plain-text';

interface ObligationBadgeProps {
  /** As the table has it. */
  readonly letter: string;
  readonly obligation: PreviewRow['obligation'];
  readonly texts: PreviewTexts;
}

/** The letter of the table, and what it means as a word. */
export function ObligationBadge({ letter, obligation, texts }: ObligationBadgeProps) {
  const { mandatory, optional, unknown } = texts.obligation;
  const meaning = obligation === 'mandatory' ? mandatory : obligation === 'optional' ? optional : undefined;
  return (
    <span class={`badge ${obligation ?? 'unknown'}`} title={meaning ?? unknown}>
      <span class="letter"><PlainText text={letter} limit={20} /></span>
      <span class="meaning">{meaning ?? '?'}</span>
    </span>
  );
}

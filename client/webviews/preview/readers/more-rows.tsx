import { defineTexts } from '../../shared/texts';
import { MORE_ROWS } from './slices';

const texts = defineTexts('preview/more-rows', {
  label: {
    text: 'Show {count, number} more of {total, number} rows',
    note: 'A button. {count}: how many rows it adds, {total}: how many rows are not shown yet.',
  },
});

interface MoreRowsProps {
  /** How many rows aren't rendered yet. */
  readonly leftOut: number;
  readonly onMore: () => void;
}

/** A button that adds rows to a long table. */
export function MoreRows({ leftOut, onMore }: MoreRowsProps) {
  return (
    <button type="button" class="readers-button" onClick={onMore}>
      {texts.label({ count: Math.min(MORE_ROWS, leftOut), total: leftOut })}
    </button>
  );
}

import { defineTexts } from '../../shared/texts';
import type { Tally } from './counts';

/** The names of the numbers. They are the same above the charts, where they explain the patterns, and in the charts. */
export const TALLY_NAMES: Readonly<Record<keyof Tally, string>> = defineTexts('preview/tally-names', {
  tasks: { text: 'Tasks', note: 'After a number, or above a column of numbers: how many tasks.' },
  mandatory: { text: 'Mandatory', note: 'After a number, or above a column of numbers: how many mandatory tasks.' },
  optional: { text: 'Optional', note: 'After a number, or above a column of numbers: how many optional tasks.' },
  unclear: {
    text: 'Unclear',
    note: 'After a number, or above a column of numbers: how many tasks that are neither mandatory nor optional.',
  },
});

/** A heading, as far as the tables below it go. */
export interface HeadingAbove {
  readonly level: number;
  readonly text: string;
  /** `FTOP Tasks` in any language: says what comes, and not what it is about. */
  readonly isForTasks: boolean;
}

/** Where below the headings of its page something stands. */
export interface StepAround {
  /** The heading of level 2 around it; empty without one. */
  readonly section: string;
  /** The nearest heading above that is no heading for tasks, where it is not the section; empty without one. */
  readonly step: string;
  /** Index of the heading that the label lines stand under; `undefined` without one. */
  readonly labelled: number | undefined;
}

export const NO_STEP: StepAround = { section: '', step: '', labelled: undefined };

/** What stands around the text right below each of the headings. */
export function stepsAround(headings: readonly HeadingAbove[]): StepAround[] {
  let around = NO_STEP;
  return headings.map(({ level, text, isForTasks }, index) => {
    // `## FTOP Tasks` right below a step is on the wrong level, and ends no section.
    if (isForTasks && (level > 2 || around.labelled !== undefined)) return around;
    if (level > 2) around = { ...around, step: text, labelled: index };
    else around = { section: level === 2 ? text : '', step: '', labelled: isForTasks ? undefined : index };
    return around;
  });
}

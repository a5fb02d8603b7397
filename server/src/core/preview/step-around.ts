/** A heading, as needed for the tables after it. */
export interface HeadingAbove {
  readonly level: number;
  readonly text: string;
  /** `FTOP Tasks` in any language: it announces a table, but doesn't name its subject. */
  readonly isForTasks: boolean;
}

/** The position of a table within the headings of its page. */
export interface StepAround {
  /** The enclosing heading of level 2; empty if there is none. */
  readonly section: string;
  /** The nearest previous heading that isn't a heading for tasks, unless it's the section; empty if there is none. */
  readonly step: string;
  /** The index of the heading that the label lines follow; `undefined` if there is none. */
  readonly labelled: number | undefined;
}

export const NO_STEP: StepAround = { section: '', step: '', labelled: undefined };

/** The context of the text directly after each heading. */
export function stepsAround(headings: readonly HeadingAbove[]): StepAround[] {
  let around = NO_STEP;
  return headings.map(({ level, text, isForTasks }, index) => {
    // `## FTOP Tasks` directly after a step has the wrong level and doesn't end the section.
    if (isForTasks && (level > 2 || around.labelled !== undefined)) return around;
    if (level > 2) around = { ...around, step: text, labelled: index };
    else around = { section: level === 2 ? text : '', step: '', labelled: isForTasks ? undefined : index };
    return around;
  });
}

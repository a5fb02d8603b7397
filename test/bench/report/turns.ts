/** Something that is measured several times. */
export interface Measured {
  readonly rounds: number;
  readonly measure: () => Promise<void>;
}

/**
 * Measures one after the other, then each of them again: whatever else the machine does at some time affects all of them
 * alike. Those with fewer rounds drop out.
 */
export async function inTurns(all: readonly Measured[]): Promise<void> {
  const most = all.reduce((rounds, one) => Math.max(rounds, one.rounds), 0);
  for (let round = 0; round < most; round++) for (const { rounds, measure } of all) if (round < rounds) await measure();
}

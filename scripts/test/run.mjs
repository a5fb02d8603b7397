// A run of the tests: its steps one after another or side by side, what each of them found, and the report at the end.

/**
 * @typedef {{ name: string, why: string }} Skipped
 * @typedef {{ passed: number, failed: number, skipped: readonly Skipped[], output?: string }} Outcome `output`: what was printed and is not on the screen yet
 * @typedef {readonly [name: string, work: () => Promise<Outcome>]} Step
 */

export class Run {
  passed = 0;
  failed = 0;
  /** @type {Skipped[]} */
  #skipped = [];
  /** @type {string[]} */
  #times = [];
  #start = Date.now();

  /**
   * @param {string} name
   * @param {() => Promise<Outcome>} work
   */
  async step(name, work) {
    console.log(`${name} …`);
    const start = Date.now();
    const { passed, failed, skipped, output } = await work().catch(failure);
    if (output) console.log(`${name}:\n${output.trimEnd()}`);
    if (failed > 0) console.log(`✖ ${name} failed`);
    this.passed += passed;
    this.failed += failed;
    this.#skipped.push(...skipped);
    this.#times.push(`${name} ${seconds(start)}`);
  }

  /**
   * The steps of a lane one after another, the lanes side by side.
   *
   * @param {readonly (readonly Step[])[]} lanes
   */
  async lanes(lanes) {
    await Promise.all(
      lanes.map(async (steps) => {
        for (const [name, work] of steps) await this.step(name, work);
      }),
    );
  }

  /** @param {string} why */
  fail(why) {
    console.log(`✖ ${why}`);
    this.failed += 1;
  }

  /** What took how long, what was skipped and why, and the counts on the last line. */
  report() {
    console.log(`\nTimes: ${this.#times.join(', ')}; in all ${seconds(this.#start)}`);
    if (this.#skipped.length > 0) console.log(`Skipped: ${this.#skipped.length}`);
    for (const [why, names] of grouped(this.#skipped))
      console.log(`  ${names.join('; ')}\n    ${why.replaceAll('\n', '\n    ')}`);
    console.log(`${this.passed} passed, ${this.failed} failed`);
  }
}

/**
 * @param {unknown} error
 * @returns {Outcome}
 */
function failure(error) {
  return { passed: 0, failed: 1, skipped: [], output: error instanceof Error ? error.message : String(error) };
}

/** @param {number} start in milliseconds */
function seconds(start) {
  return `${Math.round((Date.now() - start) / 1000)} s`;
}

/**
 * @param {readonly Skipped[]} skipped
 * @returns {Map<string, string[]>} names by their reason
 */
function grouped(skipped) {
  const groups = new Map();
  for (const { name, why } of skipped) groups.set(why, [...(groups.get(why) ?? []), name]);
  return groups;
}

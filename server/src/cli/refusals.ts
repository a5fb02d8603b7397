import type { Message } from '../messages/index.js';

/** Why a run can't start: exit code 2. */
export class RunRefusal extends Error {
  /** For the user. */
  readonly said: Message;

  constructor(said: Message) {
    super(said.id);
    this.said = said;
  }
}

/** An invalid command line, for which the help is useful. */
export class UsageError extends RunRefusal {}

import type { Message } from '../messages/index.js';
import type { CliEnvironment } from './cli-environment.js';
import { printableLine } from './printable.js';

/** Writes messages to standard error. A file that can't be read is reported once, although it is read repeatedly. */
export async function tell(
  messages: readonly Message[],
  { stderr, format }: Pick<CliEnvironment, 'stderr' | 'format'>,
): Promise<void> {
  const lines = [...new Set(messages.map(format))].map((message) => `playbook-lint: ${printableLine(message)}\n`);
  if (lines.length > 0) await stderr.write(lines.join(''));
}

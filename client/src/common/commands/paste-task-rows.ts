import { env } from 'vscode';
import type { CopiedRows } from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { objectOf, textsOf } from './command-arguments';
import { editHere } from './edit-request';

/** Inserts the clipboard below the caret as rows of its table. `argument` can contain `text` or `html` instead. */
export async function pasteTaskRows(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const given = objectOf(argument);
  const copied: CopiedRows =
    given === undefined ? { text: await env.clipboard.readText() } : textsOf(given, ['text', 'html']);
  await editHere(server, { command: 'pasteRows', args: copied });
}

import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Message } from '../../messages/index.js';
import { runAlone } from './run-safe.js';
import type { Session } from './session.js';

/** More messages than these don't help. All of them are in the log. */
const MAX_SHOWN = 3;

/** Tells the author about mistakes in the initialization options. */
export function reportMistakes({ connection, format }: Session, mistakes: readonly Message[]): void {
  for (const [index, mistake] of mistakes.entries()) {
    const message = format(mistake);
    connection.console.warn(message);
    if (index >= MAX_SHOWN) continue;
    runAlone('message', connection.console, () =>
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
    );
  }
}

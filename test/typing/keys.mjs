// What an author's hands do, written as text. Each character is one key and each line break is Enter. Whatever else the
// hands do stands between ⟦ and ⟧:
//
//   ⟦Tab⟧ ⟦Control+Space⟧ ⟦ArrowUp*3⟧   a key, or the same key several times; names as in Playwright
//   ⟦compose:にほ→日本⟧                    an input method shows the first text letter by letter, then commits the second
//   ⟦insert:words⟧                       words that arrive at once, as from a clipboard manager or by dictation
//   ⟦list⟧                               waits until a list of suggestions is shown
//   ⟦rest⟧                               the hands rest for a moment

/**
 * @typedef {{ kind: 'key', key: string } | { kind: 'words', text: string } | { kind: 'composition', shown: string, committed: string } | { kind: 'list' | 'rest' }} Stroke
 */

/**
 * @param {string} script
 * @returns {Stroke[]}
 */
export function strokesOf(script) {
  return [...script.matchAll(/⟦([^⟧]+)⟧|[^]/gu)].flatMap(([character, command]) =>
    command === undefined ? [{ kind: 'key', key: character === '\n' ? 'Enter' : character }] : commandStrokes(command),
  );
}

/**
 * @param {string} command
 * @returns {Stroke[]}
 */
function commandStrokes(command) {
  if (command === 'list' || command === 'rest') return [{ kind: command }];
  if (command.startsWith('insert:')) return [{ kind: 'words', text: command.slice('insert:'.length) }];
  const [, shown, committed] = /^compose:(.+)→(.+)$/u.exec(command) ?? [];
  if (shown !== undefined && committed !== undefined) return [{ kind: 'composition', shown, committed }];
  const [, key = command, times = '1'] = /^(.+?)\*(\d+)$/u.exec(command) ?? [];
  return Array.from({ length: Number(times) }, () => ({ kind: 'key', key }));
}

/**
 * Translations that are right although they are the same as in English: names, and what people type.
 */
export const SAME_AS_ENGLISH: ReadonlySet<string> = new Set([
  'FastTrack Engineer',
  'FastTrack Playbook',
  'Front matter',
]);

/** The width of places with little room, in columns. A Chinese or Japanese character takes two. */
const PLACES: readonly (readonly [pattern: RegExp, columns: number])[] = [
  // The columns of the task preview, which get at least the width of their headers.
  [/^preview\/(?:mo|task-id|phase|problems)\/title$/, 13],
  [/^preview\/(?:audience|file|languages?|role|services|task-name)\/title$/, 20],
  [/^preview\/tally-names\//, 14],
  // Columns of the report on the command line: twelve in a line.
  [
    /^print-translations\/(?:language|pages|paired|untranslated|inEnglish|compared|missing|extra|letters|roles|services|sections|older)$/,
    20,
  ],
  // The text beside the icon in the language status.
  [/^status-item\/(?:starting|working|checking)$/, 20],
];

const PLACES_BY_NOTE: readonly (readonly [pattern: RegExp, columns: number])[] = [
  [/^A button\b/, 34],
  [/^(?:Header of a column|The title of a column)\b/, 24],
  [/^An item of the menu\b/, 32],
];

/** The width of the place of a message; `undefined`: it has room. */
export function widthFor(id: string, note = ''): number | undefined {
  return (
    PLACES.find(([pattern]) => pattern.test(id))?.[1] ?? PLACES_BY_NOTE.find(([pattern]) => pattern.test(note))?.[1]
  );
}

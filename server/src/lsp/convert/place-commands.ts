import type { CancellationToken, Location, Position, Range } from 'vscode-languageserver';
import { counterpartsOf, nextCell, type Refusal } from '../../core/index.js';
import { defineMessages, listed } from '../../messages/index.js';
import type { CounterpartPlace, NextCellParams } from '../../protocol/index.js';
import type { AnyUri } from '../../workspace/index.js';
import { indexedPlace } from '../session/index-access.js';
import { openPlaybook } from '../session/open-page.js';
import type { Session } from '../session/session.js';
import type { ArgumentForm, CommandArgument } from './command-arguments.js';
import { languageName } from './language-names.js';
import { toLocation } from './places.js';

const texts = defineMessages('place-commands', {
  noCell: 'No more cells in this direction',
  notTranslated: "This page doesn't exist in any other language",
  notInLanguage: {
    text: "This page doesn't exist in that language. It exists in: {languages}",
    note: '"languages" is a list of language codes, such as: "de", "fr"',
  },
  severalLanguages: {
    text: 'Choose a language. This page exists in: {languages}',
    note: '"languages" is a list of language codes, such as: "de", "fr"',
  },
});

/** A command that shows a place and changes nothing, with the ID that our own client has for it. */
export interface PlaceCommand extends ArgumentForm {
  readonly find: (argument: CommandArgument, session: Session, token: CancellationToken) => Promise<Location | Refusal>;
}

export const PLACE_COMMANDS: readonly PlaceCommand[] = [
  { id: 'playbook.nextCell', find: (argument, session, token) => cellFrom(argument, 'next', session, token) },
  { id: 'playbook.previousCell', find: (argument, session, token) => cellFrom(argument, 'previous', session, token) },
  { id: 'playbook.openCounterpart', values: ['language'], find: counterpartFor },
];

/** The text of the cell after or before a position in a table. */
export async function cellBeside(
  session: Session,
  { uri, position, direction }: NextCellParams,
  token: CancellationToken,
): Promise<Range | undefined> {
  const playbook = await openPlaybook(session, uri, token);
  if (playbook === undefined) return undefined;
  const span = nextCell(playbook, session.positions.offsetAt(playbook.lines, position), direction);
  return span && session.positions.rangeOf(playbook.lines, span);
}

/** The same place in the other languages. */
export async function counterpartsAt(
  session: Session,
  uri: AnyUri,
  position: Position,
  token: CancellationToken,
): Promise<readonly CounterpartPlace[]> {
  const found = await indexedPlace(session, uri, position, token);
  if (found === undefined) return [];
  return counterpartsOf(found.index, found.path, found.offset).map(({ language, place }) => ({
    language,
    languageName: session.format(languageName(language)),
    ...toLocation(session, place),
  }));
}

async function cellFrom(
  { uri, range }: CommandArgument,
  direction: NextCellParams['direction'],
  session: Session,
  token: CancellationToken,
): Promise<Location | Refusal> {
  const cell = await cellBeside(session, { uri, position: range.start, direction }, token);
  return cell === undefined ? { refused: texts.noCell } : { uri, range: cell };
}

/** In the wanted language; without one, in the only other language. */
async function counterpartFor(
  { uri, range, values: { language } }: CommandArgument,
  session: Session,
  token: CancellationToken,
): Promise<Location | Refusal> {
  const all = await counterpartsAt(session, uri, range.start, token);
  const [only, another] = language === undefined ? all : all.filter((place) => place.language === language);
  if (all.length === 0) return { refused: texts.notTranslated };
  const languages = listed(all.map((place) => place.language));
  if (only === undefined) return { refused: texts.notInLanguage({ languages }) };
  if (another !== undefined) return { refused: texts.severalLanguages({ languages }) };
  const { start } = only.range;
  return { uri: only.uri, range: { start, end: start } };
}

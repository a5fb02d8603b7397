import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parsePlaybook, placeAt, type CaretPlace } from '../../../server/src/core/index.js';
import { caretPage, inOtherEncodings } from '../../support/caret.js';
import { assertProperty } from '../../support/property.js';

/** A short description of the place, with text of the page in quotation marks. */
function print(place: CaretPlace, text: string): string {
  const quote = ({ start, end }: { start: number; end: number }): string => `"${text.slice(start, end)}"`;
  switch (place.kind) {
    case 'key':
      return `key ${quote(place.span)}${place.hasColon ? ' :' : ''}`;
    case 'value':
      return `value of ${place.key} ${quote(place.value)}${place.part.end - place.part.start === place.value.end - place.value.start ? '' : ` part ${quote(place.part)}`}`;
    case 'label':
      return `label ${place.id} ${quote(place.span)}`;
    case 'label-value':
      return `value of ${place.id} ${quote(place.value)} part ${quote(place.part)}${place.bold.opens ? ' **' : ''}${place.bold.closes ? '**' : ''}`;
    case 'cell':
      return `${place.part} row ${place.index} cell ${place.cell} ${place.column?.id ?? '?'} ${quote(place.span)} in ${quote(place.outer)}`;
    case 'row':
      return `${place.part} row ${place.index}`;
    case 'heading':
      return `heading ${place.level} ${quote(place.span)}`;
    case 'alert':
      return `alert ${quote(place.span)}${place.isClosed ? ' ]' : ''}`;
    case 'suppression':
      return `suppression ${place.part} ${quote(place.span)} of ${place.action}${place.named.map((one) => ` +${one}`).join('')}`;
    case 'mention':
      return `mention ${quote(place.span)}`;
    case 'text':
    case 'code':
      return place.kind;
  }
}

function places(
  group: string,
  cases: readonly (readonly [text: string, expected: string])[],
  frame: (text: string) => string = (text) => text,
): void {
  describe(group, () => {
    for (const [text, expected] of cases) {
      for (const [encoding, written] of inOtherEncodings(frame(text))) {
        test(`${JSON.stringify(text)} ${encoding}`, () => {
          const { playbook, offset } = caretPage(written);
          assert.equal(print(placeAt(playbook, offset), playbook.text), expected);
        });
      }
    }
  });
}

places(
  'front matter',
  [
    ['█title: x', 'key "title" :'],
    ['ti█tle : x', 'key "title" :'],
    ['title█: x', 'key "title" :'],
    ['title:█ x', 'value of title "x" part " x"'],
    ['title: █x', 'value of title "x"'],
    ['title: x█', 'value of title "x"'],
    ['ms.topic: █', 'value of ms.topic ""'],
    ['ms.topic:█', 'value of ms.topic ""'],
    ['ms.topic: play█ # why', 'value of ms.topic "play"'],
    ['ms.topic: play # w█hy', 'text'],
    ['ms.topic: "pl█ay"', 'value of ms.topic "play"'],
    ['ms.topic: "pl█ay', 'value of ms.topic "play"'],
    ["ms.topic: '█'", 'value of ms.topic ""'],
    ['ft.audience: internal, █', 'value of ft.audience "internal," part ""'],
    ['ft.audience: internal, par█', 'value of ft.audience "internal, par" part "par"'],
    ['█', 'key ""'],
    ['  █', 'key "  "'],
    ['ms.█', 'key "ms."'],
    ['# playbook-lint-disable-file █', 'suppression rule "" of disable-file'],
    ['title: x # playbook-lint-disable-line front-█', 'suppression rule "front-" of disable-line'],
    ['# a comm█ent', 'text'],
    ['- ite█m', 'text'],
  ],
  (text) => `---\nauthor: Ada\n${text}\nft.audience: partner\n---\n\n# Title\n`,
);

places('front matter that is still being typed', [
  ['---\n█', 'key ""'],
  ['---\nti█', 'key "ti"'],
  ['---\nti█\n---\n', 'key "ti"'],
  ['---\n█\n---\n', 'key ""'],
  ['---\ntitle: x\n█', 'key ""'],
  ['---\ntitle: x\nms.t█', 'key "ms.t"'],
  ['---\ntitle: █', 'value of title ""'],
  ['---\ntitle: x\n█# Title\n', 'text'],
  ['---\ntitle: x\n---█\n', 'text'],
  ['█---\ntitle: x\n---\n', 'text'],
  ['---\ntitle: x\n█---\n', 'text'],
  ['---\ntitle: x\n---\n█\n# Title', 'text'],
  ['---\n\nSome text\n█', 'text'],
  ['█', 'text'],
]);

const HEAD =
  '#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|:---:|---|---|\n';

places(
  'rows of a task table',
  [
    ['| 12█34 | Name | M | FE | Teams |', 'body row 2 cell 0 task-id "1234" in " 1234 "'],
    ['|█ 1234 | Name | M | FE | Teams |', 'body row 2 cell 0 task-id "1234" in " 1234 "'],
    ['█| 1234 | Name | M | FE | Teams |', 'body row 2'],
    ['| 1234 | Name | M | FE | Teams |█', 'body row 2'],
    ['| 1234 | Name | M | FE | Teams | █', 'body row 2'],
    ['| 1234 | Name |█| FE | Teams |', 'body row 2 cell 2 mo "" in ""'],
    ['| 1234 | Name | █ | FE | Teams |', 'body row 2 cell 2 mo "" in "  "'],
    ['|█', 'body row 2 cell 0 task-id "" in ""'],
    ['| █', 'body row 2 cell 0 task-id "" in " "'],
    ['| 12█', 'body row 2 cell 0 task-id "12" in " 12"'],
    ['| 1234 |█', 'body row 2 cell 1 task-name "" in ""'],
    ['| 1234 | █', 'body row 2 cell 1 task-name "" in " "'],
    ['| 1234 | Name | M | FastTrack █', 'body row 2 cell 3 role "FastTrack" in " FastTrack "'],
    ['| 1234 | Name | M | FE | Exchange / █', 'body row 2 cell 4 services "Exchange /" in " Exchange / "'],
    ['12█', 'body row 2 cell 0 task-id "12" in "12"'],
    [
      '| 1234 | Name | O FastTrack█ Engineer | Teams |',
      'body row 2 cell 2 mo "O FastTrack Engineer" in " O FastTrack Engineer "',
    ],
    ['|| 1234 █| Name | M | FE | Teams |', 'body row 2 cell 1 task-name "1234" in " 1234 "'],
    ['| 1234 | A \\| B█ | M | FE | Teams |', 'body row 2 cell 1 task-name "A \\| B" in " A \\| B "'],
    ['| 1234 | Name | M | FE | Teams | <!-- playbook-lint-disable-line █ -->', 'suppression rule "" of disable-line'],
    ['| 1234 | Name | M | FE | Teams |\n| 1235 |█ Name', 'body row 3 cell 1 task-name "Name" in " Name"'],
    ['| 1234 | Name | M | FE | Teams |\n\n| 12█', 'body row 0 cell 0 task-id "12" in " 12"'],
    ['| 1234 | Name | M | FE | Teams |\n\n█', 'text'],
  ],
  (text) => HEAD + text,
);

places('headers and delimiters', [
  [HEAD.replace('Task Name', 'Task █Name'), 'header row 0 cell 1 task-name "Task Name" in " Task Name "'],
  [HEAD.replace(':---:', ':--█-:'), 'delimiter row 1 cell 2 mo ":---:" in ":---:"'],
  ['#### FTOP Tasks\n\n|█', 'header row 0 cell 0 ? "" in ""'],
  ['#### FTOP Tasks\n\n| Task ID |█', 'header row 0 cell 1 ? "" in ""'],
  ['#### FTOP Tasks\n\n| Task ID | █ |', 'header row 0 cell 1 ? "" in "  "'],
  ['| Task ID | Task Name |\n|█', 'delimiter row 1 cell 0 task-id "" in ""'],
  ['| Task ID | Task Name |\n|--█', 'delimiter row 1 cell 0 task-id "--" in "--"'],
  [
    '## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| █ | Ada | Task 3190 |',
    'body row 2 cell 0 date "" in "  "',
  ],
  [
    '## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| 1/2/2020 | Ada | Task 31█90 |',
    'mention "3190"',
  ],
  [
    '## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| 1/2/2020 | Ada | Renamed task █',
    'mention ""',
  ],
]);

places(
  'label lines',
  [
    ['Pri█mary Role: **FE**', 'label primary-role "Primary Role"'],
    ['Primary Role█: **FE**', 'label primary-role "Primary Role"'],
    ['Primary Role:█', 'value of primary-role "" part ""'],
    ['Primary Role: █', 'value of primary-role "" part ""'],
    ['Primary Role: **█', 'value of primary-role "" part "" **'],
    ['Primary Role: **█**  ', 'value of primary-role "" part "" ****'],
    ['Primary Role: *█*FE**', 'text'],
    ['Primary Role: **FE**█', 'text'],
    ['Primary Role: **FE**  █', 'text'],
    ['Primary Role: Fast█', 'value of primary-role "Fast" part "Fast"'],
    ['Primary Role: **FastTrack █**', 'value of primary-role "FastTrack" part "FastTrack " ****'],
    ['Applies To: **Exchange / █**', 'value of applies-to "Exchange /" part "" ****'],
    ['Applies To: **Exchange / Te█**  ', 'value of applies-to "Exchange / Te" part "Te" ****'],
    ['Applies To: **Exch█ange / Teams**', 'value of applies-to "Exchange / Teams" part "Exchange" ****'],
    ['Applies To: **Classroom/S█**', 'value of applies-to "Classroom/S" part "S" ****'],
    ['主要角色：█', 'value of primary-role "" part ""'],
    ['主要角色:**█**', 'value of primary-role "" part "" ****'],
    ['**Phase:** As█', 'value of phase "As" part "As"'],
    ['- Gilt für: Exchange/█', 'value of applies-to "Exchange/" part ""'],
    ['Note: █', 'text'],
  ],
  (text) => `### Step\n\n${text}\n\nWords.\n`,
);

places('text', [
  ['## █', 'heading 2 ""'],
  ['##█', 'heading 2 ""'],
  ['## Over█', 'heading 2 "Over"'],
  ['##  Over█view ##', 'heading 2 "Overview"'],
  ['#1█', 'text'],
  ['#█# X', 'text'],
  ['> [!█', 'alert ""'],
  ['> [!NO█TE]', 'alert "NOTE" ]'],
  ['> [!NOTE]█', 'text'],
  ['> [!INCLUDE█ [x](y)]', 'text'],
  ['See Task 31█90 there.', 'mention "3190"'],
  ['See tasks 3190, 31█', 'mention "31"'],
  ['See Task █', 'mention ""'],
  ['See the page of 20█20', 'text'],
  ['Some wo█rds', 'text'],
  ['<!-- playbook-lint-disable-next-line █ -->', 'suppression rule "" of disable-next-line'],
  ['<!-- playbook-lint-disable-next-line a-b, █', 'suppression rule "" of disable-next-line +a-b'],
  ['<!-- playbook-lint-disable-next-line a█-b c -- because -->', 'suppression rule "a-b" of disable-next-line +c'],
  [
    '<!-- playbook-lint-disable-next-line a-b -- bec█ause -->',
    'suppression reason "because" of disable-next-line +a-b',
  ],
  ['<!-- playbook-lint-disable-line a-b - be█cause -->', 'suppression reason "because" of disable-line +a-b'],
  ['<!-- playbook-lint-disable-line a-b - █ -->', 'suppression reason "" of disable-line +a-b'],
  ['<!-- playbook-lint-disable-line █ - because -->', 'suppression rule "" of disable-line'],
  ['<!-- playbook-█', 'suppression action "playbook-" of '],
  ['<!-- █', 'suppression action "" of '],
  ['<!-- my n█ote -->', 'code'],
  ['`<!-- playbook-lint-disable-line █`', 'code'],
  ['```\n## █\n```', 'code'],
  ['```\n## █', 'code'],
  ['```\nx\n```\n█', 'text'],
  ['    indented: co█de', 'code'],
  ['Say `Primary Ro█le: x`', 'code'],
]);

test('every offset in any text has a place, whose spans contain or touch the offset', () => {
  const line = fc.constantFrom(
    '---',
    'title: x',
    'ms.topic:',
    '## Overview',
    '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role |',
    '|---|---|---|---|',
    '| 12',
    '|',
    '||',
    '| 1 | 2 | 3 |',
    'Primary Role: **',
    'Applies To: **Exchange / **  ',
    '> [!',
    '```',
    '<!-- playbook-lint-',
    '<!--',
    '-->',
    'Task 31',
    '',
    '  ',
    'words',
  );
  const end = fc.constantFrom('\n', '\r\n', '\r', '');
  assertProperty(
    fc.property(fc.array(fc.tuple(line, end), { maxLength: 14 }), fc.nat(), (lines, at) => {
      const text = lines.map(([words, eol]) => words + eol).join('');
      const playbook = parsePlaybook({ uri: 'file:///page.md', text });
      const offset = at % (text.length + 1);
      const place = placeAt(playbook, offset);
      const spans =
        'part' in place && typeof place.part === 'object'
          ? [place.part]
          : 'outer' in place
            ? [place.outer]
            : 'span' in place
              ? [place.span]
              : [];
      for (const { start, end: to } of spans)
        assert.ok(
          start <= offset && offset <= to,
          `${place.kind} ${start}..${to} at ${offset} of ${JSON.stringify(text)}`,
        );
    }),
    3000,
  );
});

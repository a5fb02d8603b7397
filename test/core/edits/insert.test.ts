import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  builtInVocabulary as words,
  insertRow,
  insertStep,
  insertTable,
  LANGUAGES,
  parsePlaybook,
  type Language,
  type TaskTexts,
} from '../../../server/src/core/index.js';
import { assertClean, pageIn } from '../../support/clean-edits.js';
import { afterEdits, lineDiff, pageWith, refusalOf } from '../../support/edit-page.js';
import { lintText } from '../../support/lint.js';
import { playbookWith } from '../../support/pages.js';

const HEAD =
  '#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n| --- | --- | :-: | --- | --- |\n';
const ROW = '| 5001 | Collect | M | SME | Teams |';
const TASK: TaskTexts = {
  taskId: '5009',
  taskName: 'Ask',
  mo: 'optional',
  roles: ['fasttrack-manager', 'sme'],
  services: ['Alle Dienste'],
};

function inserted(source: string, task: TaskTexts = TASK): string {
  const page = pageWith(source);
  return afterEdits(page, insertRow(page.playbook, page.offset, task));
}

describe('a new task', () => {
  test('is inserted below the row with the caret, with the columns of the table', () => {
    assert.equal(
      inserted(`${HEAD}| 50█01 | Collect | M | SME | Teams |\n${ROW}\n`),
      `${HEAD}${ROW}\n| █5009 | Ask | O | FastTrack Manager / SME | All Services |\n${ROW}\n`,
    );
    const turned =
      '| Task Name | Task ID | (M)andatory / (O)ptional | Services | Owner | FastTrack Role |\n|---|---|---|---|---|---|\n';
    assert.equal(
      inserted(`#### FTOP Tasks\n\n${turned}|Collect|50█01|M|Teams|x|SME|`),
      `#### FTOP Tasks\n\n${turned}|Collect|5001|M|Teams|x|SME|\n|Ask|5009|O|All Services|█|FastTrack Manager / SME|`,
    );
  });

  test('is inserted below the header, and never above the delimiter row', () => {
    assert.equal(
      inserted(`${HEAD.replace('Task ID', '█Task ID')}${ROW}\n`, { taskId: '1' }),
      `${HEAD}| 1 | █| | | |\n${ROW}\n`,
    );
  });

  test('is inserted at the end of the table of its step, and in no other step', () => {
    const step = (name: string, end: string): string => `### ${name}\n\nText\n\n${HEAD}${ROW}\n${end}`;
    const page = `## Approach\n\n${step('One', '')}\n${step('Two', '')}`;
    assert.equal(
      inserted(page.replace('Text', 'Te█xt')),
      `## Approach\n\n${step('One', '| █5009 | Ask | O | FastTrack Manager / SME | All Services |\n')}\n${step('Two', '')}`,
    );
  });

  test('is inserted with a heading and a table at the end of its step', () => {
    assert.equal(
      inserted('### One\n\nTe█xt\n### Two\n'),
      `### One\n\nText\n\n${HEAD}| █5009 | Ask | O | FastTrack Manager / SME | All Services |\n\n### Two\n`,
    );
    assert.equal(
      inserted('## X\n\nTe█xt'),
      `## X\n\nText\n\n${HEAD}| █5009 | Ask | O | FastTrack Manager / SME | All Services |\n`,
    );
    assert.equal(
      inserted('### One\n\nTe█xt\n\n#### FTOP Tasks\n### Two\n'),
      `### One\n\nText\n\n${HEAD}| █5009 | Ask | O | FastTrack Manager / SME | All Services |\n\n### Two\n`,
    );
  });

  test('fills an empty row', () => {
    assert.equal(
      inserted(`${HEAD}| █| | | | |\n\nText\n`),
      `${HEAD}| █5009 | Ask | O | FastTrack Manager / SME | All Services |\n\nText\n`,
    );
    assert.equal(
      inserted(`${HEAD}${ROW}█\n| | | | | |\n`),
      `${HEAD}${ROW}\n| █5009 | Ask | O | FastTrack Manager / SME | All Services |\n| | | | | |\n`,
    );
  });

  test('is inserted in the last step if the caret is in the front matter, never above the title', () => {
    const front = '---\ntitle: █x\n---\n\n# Title\n\n## Approach\n\n### One\n\nText\n\n### Two\n\nText\n';
    const row = '| █5009 | Ask | O | FastTrack Manager / SME | All Services |\n';
    const end = '\n## Next steps\n\n### No step\n';
    assert.equal(inserted(`${front}${end}`), `${front.replace('█', '')}\n${HEAD}${row}${end}`);
    assert.equal(inserted(`${front}\n${HEAD}${ROW}\n${end}`), `${front.replace('█', '')}\n${HEAD}${ROW}\n${row}${end}`);
    assert.equal(
      inserted('---\ntitle: █x\n---\n\n# Title\n\nText\n'),
      `---\ntitle: x\n---\n\n# Title\n\nText\n\n${HEAD}${row}`,
    );
    assert.equal(inserted('---\r\ntitle: █x\r\n---\r\n').split('\r\n').length, 10);
  });

  test('has the heading level and columns of the other task tables', () => {
    const four =
      '## FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role |\n| --- | --- | :-: | --- |\n';
    const page = `# A\n\n${four}| 5001 | Collect | M | SME |\n\n## B\n\nTe█xt\n`;
    assert.equal(inserted(page), `${page.replace('█', '')}\n${four}| █5009 | Ask | O | FastTrack Manager / SME |\n`);
    assert.match(inserted(page.replace('## B', '### B')), /\n#### FTOP Tasks\n/);
  });

  test('is aligned in an aligned table, as far as it fits', () => {
    const aligned = [
      '#### FTOP Tasks',
      '',
      '| Task ID | Task Name    | (M)andatory / (O)ptional | FastTrack Role    | Services     |',
      '| ------- | ------------ | :----------------------: | ----------------- | ------------ |',
      '| 5001    | 任务名称█     |            M             | FastTrack Manager | All Services |',
    ].join('\n');
    const line = (task: TaskTexts): string | undefined => inserted(aligned, task).split('\n').at(-1);
    assert.equal(
      line({ ...TASK, taskName: '任务', roles: ['sme'] }),
      '| █5009    | 任务         |            O             | SME               | All Services |',
    );
    assert.equal(
      line({ ...TASK, services: ['teams'] }),
      '| █5009    | Ask          |            O             | FastTrack Manager / SME | Teams        |',
    );
    assert.equal(
      line({ taskId: '5009' }),
      '| 5009    | █             |                          |                   |              |',
    );
  });

  test('keeps text in its cell', () => {
    assert.match(
      inserted(`${HEAD}${ROW}█`, { taskId: '5009', taskName: ' a | b \\| c\r\n\nd \\' }),
      /\| a \\\| b \\\| c d \\ \|/,
    );
    const tight = `#### FTOP Tasks\n\n|Task ID|Task Name|(M)andatory / (O)ptional|\n|-|-|-|\n|5001|a|M|`;
    const after = inserted(`${tight}█`, { taskId: '5009', taskName: 'x \\', mo: 'O' });
    assert.deepEqual(
      parsePlaybook({ uri: 'a.md', text: after.replace('█', '') })
        .tables[0]?.table.rows.at(-1)
        ?.cells.map(({ text }) => text),
      ['5009', 'x \\', 'O'],
    );
  });

  test('uses unknown words unchanged', () => {
    assert.match(
      inserted(`${HEAD}${ROW}█`, { taskId: '5009', roles: ['The boss'], services: ['Teams', 'Our service'] }),
      /\| \| The boss \| Teams \/ Our service \|$/,
    );
  });

  const rows: Readonly<Record<Language, string>> = {
    en: '| 5009 | X | O | FastTrack Manager / SME | All Services / Teams |',
    de: '| 5009 | X | O | FastTrack Manager/SME | Alle Dienste/Teams |',
    es: '| 5009 | X | O | Administrador de FastTrack / SME | Todos los servicios / Teams |',
    pt: '| 5009 | X | O | Gerente Microsoft FastTrack/SME | Todos os Serviços/Teams |',
    ja: '| 5009 | X | O | FastTrack マネージャー/SME | すべてのサービス/Teams |',
    zh: '| 5009 | X | O | FastTrack 经理/SME | 所有服务/Teams |',
  };
  for (const language of LANGUAGES) {
    test(`is in the language of the page: ${language}`, () => {
      const page = pageWith(pageIn(language));
      assert.equal(page.playbook.language, language);
      const task = { ...TASK, taskName: 'X', services: ['all-services', 'Teams'] };
      const after = afterEdits(page, insertRow(page.playbook, page.offset, task)).replace('█', '');
      assert.equal(lineDiff(page.text, after).removed.length, 0);
      assert.ok(after.includes(`\n\n#### ${words.sections.spelling('ftop-tasks', language)}\n\n`));
      assert.ok(after.includes(`\n${rows[language]}\n\n### B`), after);
      const again = parsePlaybook({ uri: 'file:///page.md', text: after });
      const below = insertRow(again, after.indexOf('5009'), { ...task, taskId: '5010', mo: 'mandatory' });
      const letter = words.letters[language].mandatory;
      const full = afterEdits({ playbook: again, text: after }, below).replace('█', '');
      assert.ok(full.includes(rows[language].replace('5009', '5010').replace('| O |', `| ${letter} |`)));
      assertClean(page.text, full);
    });
  }
});

describe('a new table', () => {
  test('is inserted below the text at the caret, with an empty row', () => {
    const page = pageWith('### One\n\nText█\n\nMore\n');
    assert.equal(
      afterEdits(page, insertTable(page.playbook, page.offset)),
      `### One\n\nText\n\n${HEAD}| █| | | | |\n\nMore\n`,
    );
  });

  test('is never inserted in front matter, and starts an empty page', () => {
    const page = pageWith('---\r\ntitle: x█\r\n---\r\nText');
    assert.equal(
      afterEdits(page, insertTable(page.playbook, page.offset)),
      `---\r\ntitle: x\r\n---\r\n\r\n${HEAD.replaceAll('\n', '\r\n')}| █| | | | |\r\n\r\nText`,
    );
    const empty = pageWith('█');
    assert.equal(afterEdits(empty, insertTable(empty.playbook, 0)), `${HEAD}| █| | | | |\n`);
  });

  test('is refused inside a table, and between a table and its heading', () => {
    for (const source of [`${HEAD}${ROW}█`, `█${HEAD}${ROW}`]) {
      const page = pageWith(source);
      assert.match(refusalOf(insertTable(page.playbook, page.offset)), /already/);
    }
  });
});

describe('a new step', () => {
  test('is inserted after the step at the caret, with the same labels and values', () => {
    const step = 'Primary Role: **SME**  \nApplies To: **Teams / Exchange**';
    const page = pageWith(
      `## Approach\n\n### One\n\n${step}\n\nTe█xt\n\n#### FTOP Tasks\n\nText\n\n### Three\n\nText\n`,
    );
    const added = `### █Two█\n\n${step.replace('SME', 'FastTrack Engineer')}\n\n### Three`;
    assert.equal(
      afterEdits(page, insertStep(page.playbook, page.offset, { title: ' Two ', roles: ['fasttrack-engineer'] })),
      page.text.replace('### Three', added),
    );
  });

  test('is inserted after the last step if the caret is in the front matter', () => {
    const page = pageWith('---\ntitle: █x\n---\n\n# Title\n\n## Approach\n\n### One\n\nText\n\n## Next steps\n');
    assert.match(
      afterEdits(page, insertStep(page.playbook, page.offset, { title: 'Two' })),
      /### One\n\nText\n\n### █Two█\n\n[^#]+\n\n## Next steps\n$/,
    );
  });

  for (const language of LANGUAGES) {
    test(`has all labels with hard breaks on a page without steps: ${language}`, () => {
      const source = pageIn(language).replace(/\n\n[^\n]+: \*\*.*?\n\nX/s, '\n\nX');
      const page = pageWith(source);
      const after = afterEdits(page, insertStep(page.playbook, page.offset)).replace('█', 'New');
      const label = (id: 'primary-role' | 'motions' | 'applies-to'): string => words.labels.spelling(id, language);
      const lines = after.split('\n');
      const start = lines.indexOf('### New');
      assert.deepEqual(
        lines.slice(start + 1, start + 7).map((line) => line.replace(/: \*\*.*?\*\*/, '')),
        ['', `${label('primary-role')}  `, `${label('motions')}  `, label('applies-to'), '', '### B'],
      );
      assertClean(page.text, after);
    });
  }
});

describe('texts that would break the page', () => {
  test('a step has a title and values of one line, without the start of a comment', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const page = pageWith('## Approach\n\n### One\n\nText█\n\n### Three\n\nText\n'.replaceAll('\n', lineEnd));
      const texts = {
        title: 'New\nstep | x <!-- y',
        roles: ['SME', 'a|b\r\nc', ' '],
        motions: [' '],
        services: ['<!-- a -->', '<!--'],
      };
      const after = afterEdits(page, insertStep(page.playbook, page.offset, texts)).replaceAll('█', '');
      assert.equal(
        after.includes(`### New step | x \\<!-- y${lineEnd}${lineEnd}Primary Role: **SME / a|b c**  ${lineEnd}`),
        true,
        after,
      );
      assert.ok(after.includes(`Applies To: **<!-- a --> / \\<!--**${lineEnd}${lineEnd}### Three`), after);
      assert.doesNotMatch(after, /\*{4}/);
      assert.equal(/(?<!\r)\n/.test(after), lineEnd === '\n');
      const read = parsePlaybook({ uri: 'file:///page.md', text: after });
      assert.deepEqual(
        read.headings.map(({ value }) => value.level),
        [2, 3, 3, 3],
      );
      assert.equal(read.tables.length, 0);
    }
  });

  test('a blank value is no value', () => {
    const page = pageWith('## Approach\n\n### One\n\nPrimary Role: **SME**\n\nText█\n');
    assert.match(
      afterEdits(page, insertStep(page.playbook, page.offset, { title: 'Two', roles: ['', ' \n'] })),
      /### █Two█\n\nPrimary Role: \*\*SME\*\*\n/,
    );
  });

  test('a row has no start of a comment that nothing closes', () => {
    const name = (taskName: string): string | undefined =>
      /\| 5009 \| (.*?) \| O \|/.exec(inserted(`${HEAD}${ROW}█\n`, { ...TASK, taskName }).replace('█', ''))?.[1];
    assert.equal(name('Ask <!-- x'), 'Ask \\<!-- x');
    assert.equal(name('Ask <!-- x --> <!-- y'), 'Ask <!-- x --> \\<!-- y');
    assert.equal(name('Ask <!-- playbook-translate -->'), 'Ask <!-- playbook-translate -->');
    assert.equal(name('Ask \\<!-- x'), 'Ask \\<!-- x');
    assert.equal(name('Ask `<!--` x'), 'Ask `<!--` x');
    const problems = lintText(playbookWith('| 5001 | Ask \\<!-- x | M | SME | Teams |').replace('# A', '# \\<!-- A'));
    assert.ok(!problems.some(({ ruleId }) => ruleId === 'comment-not-closed'));
  });

  test('a letter that the table does not have is refused', () => {
    const refused = (mo: string, head = HEAD): string => {
      const page = pageWith(`${head}${ROW}█\n`);
      return refusalOf(insertRow(page.playbook, page.offset, { taskId: '5009', mo }));
    };
    assert.equal(refused('X'), '"X" is neither "M" nor "O"');
    assert.equal(refused('x', HEAD.replace('(M)andatory / (O)ptional', '(E) E (O) O')), '"x" is neither "E" nor "O"');
    const page = pageWith('### One\n\nText█\n');
    assert.equal(refusalOf(insertTable(page.playbook, page.offset, { mo: 'X' })), '"X" is neither "M" nor "O"');
    assert.equal(refusalOf(insertRow(page.playbook, page.offset, { mo: 'X' })), '"X" is neither "M" nor "O"');
    for (const mo of [' m ', 'Optional', 'mandatory', '', ' ']) {
      const table = pageWith(`${HEAD}${ROW}█\n`);
      assert.ok('edits' in insertRow(table.playbook, table.offset, { taskId: '5009', mo }), mo);
    }
  });
});

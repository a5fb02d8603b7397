import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordCardAt, type WordCard } from '../../../server/src/core/index.js';
import { caretPage, inOtherEncodings } from '../../support/caret.js';
import { RULES } from '../../support/completion.js';
import { WRITTEN_PAGES } from '../../support/written-pages.js';
import { english } from '../../support/english.js';

/** The card on one line: kind, word, `<` the written text, its purpose, and the words in other languages. */
function print(card: WordCard | undefined, text: string): string {
  if (card === undefined) return 'nothing';
  const { kind, word, span, written, purpose, reason, notes, translations } = card;
  const parts = [
    `${kind} ${word} at "${text.slice(span.start, span.end)}"`,
    ...(written === undefined ? [] : [`${written.isMisspelt ? 'misspelling' : 'alias'} ${written.text}`]),
    ...(purpose === undefined ? [] : [english(purpose)]),
    ...(reason === undefined ? [] : [`reason ${reason}`]),
    ...notes.map(english),
    ...(translations.length === 0
      ? []
      : [
          translations
            .map(({ language, word: other, others }) => [`${language} ${other}`, ...others].join(' = '))
            .join(', '),
        ]),
  ];
  return parts.join(' | ');
}

const { en, de, zh } = WRITTEN_PAGES;

describe('a word has a hover', () => {
  const cases: readonly (readonly [page: string, line: string, at: string, expected: string])[] = [
    [
      en,
      'ms.topic: partner-playbook',
      'ms.to█pic: partner-playbook',
      'key ms.topic at "ms.topic" | The kind of page, which depends on its site: `playbook` or `partner-playbook`. | Every playbook has it. | For `internal`: `playbook`. | For `partner`: `partner-playbook` or `playbook`.',
    ],
    [
      en,
      'ft.owner: benwest',
      'ft.owner█: benwest',
      'key ft.owner at "ft.owner" | The mail alias of the owner of the content. | Most playbooks have it.',
    ],
    [en, 'ft.owner: benwest', 'my█key: benwest', 'nothing'],
    [en, 'ft.owner: benwest', 'toStri█ng: benwest', 'nothing'],
    [
      en,
      'Primary Role: **FastTrack Manager**',
      'Primary Role: **FastTr█ack Manager**',
      'role FastTrack Manager at "FastTrack Manager" | de FastTrack Manager = FM = FastTrack-Manager, es Administrador de FastTrack = FM, pt Gerente Microsoft FastTrack = Gerente FastTrack (FM) = Gerente FastTrack = FM, ja FastTrack マネージャー = FM, zh FastTrack 经理 = FM',
    ],
    [
      en,
      'Primary Role: **FastTrack Manager**',
      'Primary Role: **F█M**',
      'role FastTrack Manager at "FM" | alias FM | de FastTrack Manager = FM = FastTrack-Manager, es Administrador de FastTrack = FM, pt Gerente Microsoft FastTrack = Gerente FastTrack (FM) = Gerente FastTrack = FM, ja FastTrack マネージャー = FM, zh FastTrack 经理 = FM',
    ],
    [
      en,
      'Applies To: **Exchange / Teams**',
      'Applies To: **Exchange / Te█ams**',
      'service Teams at "Teams" | de Teams, es Teams, pt Teams, ja Teams, zh Teams',
    ],
    [
      en,
      'Applies To: **Exchange / Teams**',
      'Appl█ies To: **Exchange / Teams**',
      'label Applies To at "Applies To" | The services that the step applies to. | de Gilt für, es Aplicar a = Aplica a = Se aplica a, pt Aplica-se a, ja 適用対象, zh 适用于',
    ],
    [
      en,
      '| 5002 | Name a contact | O | SME | Classroom/SDS / Teams |',
      '| 5002 | Name a contact | O | SME | Classroom/S█DS / Teams |',
      'service Classroom/SDS at "Classroom/SDS" | de Classroom/SDS, es Classroom/SDS = Aula/SDS = Aulas/SDS = Aulas y SDS, pt Classroom/SDS, ja Classroom/SDS, zh Classroom/SDS',
    ],
    [
      en,
      '| 5002 | Name a contact | O | SME | Classroom/SDS / Teams |',
      '| 5002 | Name a contact | O█ | SME | Teams |',
      'letter O at "O" | Optional: the task can be skipped. | de O, es O, pt O, ja O, zh O',
    ],
    [
      en,
      '| 5002 | Name a contact | O | SME | Classroom/SDS / Teams |',
      '| 5002 | Name a cont█act | O | SME | Teams |',
      'nothing',
    ],
    [
      en,
      '| 5002 | Name a contact | O | SME | Classroom/SDS / Teams |',
      '| 5002 | Name a contact | O | Nobody kn█own | Teams |',
      'nothing',
    ],
    [
      en,
      '| Date | Who Changed |',
      '| Date | Who Cha█nged |',
      'column Who Changed at "Who Changed" | Who changed the page. | de Geändert durch, es Quién realizó el cambio = Quién cambió, pt Quem Mudou, ja 変更者, zh 变更人',
    ],
    [
      en,
      '## Key Inputs',
      '## Key █Inputs',
      'section Key Inputs at "Key Inputs" | What is required before the first step. | de Wichtige Inputs, es Entradas clave = Entradas claves, pt Principais Ações, ja 重要な情報, zh 重要投入',
    ],
    [en, '## Key Inputs', '## My own hea█ding', 'nothing'],
    [
      en,
      'What the network',
      '<!-- playbook-lint-disable-next-line link-em█pty -->',
      `rule link-empty at "link-empty" | ${RULES.find(({ id }) => id === 'link-empty')?.description ?? ''}.`,
    ],
    [
      en,
      'What the network',
      '<!-- playbook-lint-disable-next-█line link-empty -->',
      'comment disable-next-line at "playbook-lint-disable-next-line" | Suppresses the named rules, or all rules, on the next line.',
    ],
    [
      en,
      'What the network',
      '<!-- playbook-lint-disable-line link-em█pty - checked *twice* -->',
      `rule link-empty at "link-empty" | ${RULES.find(({ id }) => id === 'link-empty')?.description ?? ''}. | reason checked *twice*`,
    ],
    [
      en,
      'What the network',
      '<!-- playbook-lint-disable-line link-empty — che█cked -->',
      'comment disable-line at "checked" | Suppresses the named rules, or all rules, on this line, including table rows.',
    ],
    [en, 'What the network', 'What the FastTrack Man█ager', 'nothing'],
    [en, '> [!NOTE]', '> [!No█te]', 'alert NOTE at "Note" | Information that even readers who skim should notice.'],
    [
      de,
      '| 5001        | Die Büros sammeln        | E   |',
      '| 5001        | Die Büros sammeln        | █E   |',
      'letter E at "E" | Mandatory: the task is required. | en M, es M, pt b, ja M, zh M',
    ],
    [
      de,
      'Gilt für: **Exchange/Teams**',
      'Gilt für: **Alle Die█nste**',
      'service Alle Dienste at "Alle Dienste" | en All Services, es Todos los servicios, pt Todos os Serviços, ja すべてのサービス, zh 所有服务',
    ],
    [
      de,
      'Phase: **Analyse**',
      'Phase: **Ana█lyse**',
      'phase Analyse at "Analyse" | en Assess, es Evaluación, pt Avaliar, ja 調査, zh 评估',
    ],
    [
      zh,
      '主要角色：**FastTrack 经理**',
      '主要█角色：**FastTrack 经理**',
      'label 主要角色 at "主要角色" | The role that takes the step. | en Primary Role = Primary Roles, de Primäre Rolle = Primäre Rollen, es Rol principal = Roles principales, pt Função Principal = Funções Principais, ja 主な役割',
    ],
    [
      zh,
      '行动：**客户运行状况/RFA**',
      '行动：**客户运行█状况/RFA**',
      'motion 客户运行状况 at "客户运行状况" | en Customer Health, de Kundenintegrität, es Salud del cliente, pt Integridade do Cliente, ja お客様の状態',
    ],
  ];
  for (const [page, line, at, expected] of cases) {
    for (const [encoding, text] of inOtherEncodings(page.replace(line, () => at))) {
      test(`${at} ${encoding}`, () => {
        const { playbook, offset } = caretPage(text);
        assert.equal(print(wordCardAt({ playbook, offset, rules: RULES }), playbook.text), expected);
      });
    }
  }

  test('a misspelling is marked as one', () => {
    const { playbook, offset } = caretPage(`${en}\n### Eins\n\nPrimary Role: **x / Ingeniero █FastTrack**\n`);
    assert.match(
      print(wordCardAt({ playbook, offset, rules: RULES }), playbook.text),
      /^role FastTrack Engineer at "Ingeniero FastTrack" \| misspelling Ingeniero FastTrack/,
    );
  });
});

import type { LanguagePack } from '../../server/src/core/vocabulary/language-pack.js';

/** A language that no playbook is written in. */
export const esperanto = {
  id: 'eo',
  name: 'Esperanto',
  detection: { words: ['kaj', 'estas', 'por', 'kun', 'ĉi', 'tiu', 'sur', 'al', 'ne', 'de'] },
  paths: { codes: ['eo'], words: ['esperanto'] },
  letters: { mandatory: 'D', optional: 'L' },
  lists: { separator: ' + ', conjunctions: ['kaj'], hasSpaces: true },
  dates: {
    isDayFirst: true,
    months: ['jan', 'feb', 'mar', 'apr', 'maj', 'juni', 'juli', 'aŭg', 'sep', 'okt', 'nov', 'dec'],
    ordinals: ['a'],
    preposition: 'de',
  },
  mentions: { task: ['tasko', 'taskoj'], conjunctions: ['kaj'], removed: ['forig'], changed: ['anstataŭ'] },
  keepsCurlyQuotes: true,
  alertKinds: { NOTO: 'NOTE', AVERTO: 'WARNING' },
  sheetColumns: { role: ['Respondeco'] },
  placeholders: {
    step: 'Nomo de la paŝo',
    task: 'Nomo de la tasko',
    text: 'Kion la leganto devas scii.',
    listItem: 'Po unu punkto.',
    person: 'Nomo Familio',
    created: 'Kreis la manlibron',
  },
  refreshLog: {
    added: (ids, count) => `aldonis ${count > 1 ? 'taskojn' : 'taskon'} ${ids}`,
    removed: (ids, count) => `forigis ${count > 1 ? 'taskojn' : 'taskon'} ${ids}`,
    separator: ', ',
    join: '; ',
  },
  terms: {
    roles: {
      'fasttrack-engineer': 'Inĝeniero de FastTrack',
      'fasttrack-manager': { canonical: 'Estro de FastTrack', aliases: ['EF'], errors: ['Estrino de FastTrack'] },
    },
    services: { 'all-services': 'Ĉiuj servoj', teams: 'Teams', exchange: 'Exchange' },
    phases: { assess: 'Pritaksado', enable: 'Ebligado' },
    motions: { targeting: 'Celado' },
    labels: { phase: 'Fazo', motions: 'Iniciatoj', 'primary-role': 'Ĉefa rolo', 'applies-to': 'Validas por' },
    taskColumns: {
      'task-id': 'Tasko-ID',
      'task-name': 'Nomo de la tasko',
      mo: '(D)eviga / (L)aŭvola',
      role: 'Rolo de FastTrack',
      services: 'Servoj',
    },
    refreshColumns: { date: 'Dato', who: 'Kiu ŝanĝis', what: 'Kio ŝanĝiĝis', notes: 'Notoj' },
    sections: {
      overview: 'Superrigardo',
      objectives: 'Celoj',
      approach: 'Metodo',
      'key-inputs': 'Ĉefaj enigoj',
      'key-outputs': 'Ĉefaj rezultoj',
      'next-steps': 'Sekvaj paŝoj',
      'refresh-summary': 'Resumo de ŝanĝoj',
      'ftop-tasks': 'FTOP-taskoj',
    },
    footer: { home: 'Ĉefpaĝo' },
  },
} as const satisfies LanguagePack;

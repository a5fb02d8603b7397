import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translationsOf } from './files.js';
import { formatterFrom } from './formatter-from.js';

test('words that follow a number agree with it, also where the English words stay the same', () => {
  const formatterIn = formatterFrom({ es: translationsOf('es'), 'pt-br': translationsOf('pt-br') });
  const fixed = (locale: string, count: number): string =>
    formatterIn(locale).format({
      id: 'commands/fix-all/fixed',
      english: '',
      values: { page: 'a.md', fixed: count, left: count },
    });
  assert.equal(fixed('es', 1), 'Problemas de a.md: 1 corregido, 1 pendiente');
  assert.equal(fixed('es', 2), 'Problemas de a.md: 2 corregidos, 2 pendientes');
  assert.equal(fixed('pt-br', 1), 'Problemas em a.md: 1 corrigido, 1 restante');
  assert.equal(fixed('pt-br', 2), 'Problemas em a.md: 2 corrigidos, 2 restantes');
});

test('the severity "info" has one name in a locale: on the command line, and after all playbooks were checked', () => {
  for (const locale of ['de', 'es', 'pt-br', 'ja', 'zh-cn'] as const) {
    const translations = translationsOf(locale);
    const branches = translations['formats/text/infos']?.replace('{count, ', '{infos, ') ?? 'no translation';
    for (const id of ['commands/check-workspace/problems', 'execute-command/checked'])
      assert.ok(translations[id]?.includes(branches), `${locale}: ${id}`);
  }
});

test('a task is mandatory or optional in the same words in hovers, previews and reports', () => {
  for (const locale of ['de', 'es', 'pt-br', 'ja', 'zh-cn'] as const) {
    const translations = translationsOf(locale);
    for (const word of ['mandatory', 'optional'])
      assert.equal(translations[`shown-sheet/${word}`], translations[`task-cells/${word}`], `${locale}: ${word}`);
  }
});

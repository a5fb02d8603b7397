import { defineMessages } from '../../messages/index.js';
import { valueSpanOf, visibleText } from '../dialect/front-matter.js';
import { fieldNamed } from '../model/front-matter.js';
import type { Playbook } from '../model/playbook.js';
import { dayOf, formOf, writeDate } from '../dialect/date-forms.js';
import type { EditResult } from './edit-result.js';

const texts = defineMessages('update-date', {
  isMissing: 'The front matter has no "ms.date"',
  notDate: 'The value of "ms.date" isn\'t a date',
});

/** Sets `ms.date` to `today`, `YYYY-MM-DD`, in the form of its present value. */
export function updateDate({ frontMatter, text }: Playbook, today: string): EditResult {
  const field = fieldNamed(frontMatter, 'ms.date');
  const day = dayOf(today);
  if (field === undefined || day === undefined) return { refused: texts.isMissing };
  if (field.value.kind === 'missing')
    return [{ span: field.value.span, newText: ` ${writeDate(day, formOf([], []))}` }];
  if (field.value.kind !== 'scalar') return { refused: texts.notDate };
  // Front matter is in English on every page.
  const newText = writeDate(day, formOf([visibleText(field)], ['month-first']));
  const span = valueSpanOf(field, text);
  return text.slice(span.start, span.end) === newText ? [] : [{ span, newText }];
}

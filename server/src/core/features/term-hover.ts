import { anyOf, defineMessages, type Message, type MessageList } from '../../messages/index.js';
import { descriptionOf, type RuleMeta } from '../lint/rule.js';
import { suppressionsIn } from '../lint/suppressions.js';
import { KIND_OF_TERM } from '../dialect/label-lines.js';
import type { Playbook } from '../model/playbook.js';
import { sliceOf, type Span } from '../text/span.js';
import { bestMatch } from '../vocabulary/term-set.js';
import { TERMS_OF_LABEL, type FrontMatterSpec } from '../vocabulary/vocabulary.js';
import type { HeadingPlace, KeyPlace, LabelPlace, LabelValuePlace, SuppressionPlace } from './caret-place.js';
import { placeAt } from './place-at.js';
import { ALERT_PURPOSES, KEY_PURPOSES, LABEL_PURPOSES, SECTION_PURPOSES, SUPPRESSION_PURPOSES } from './purposes.js';
import { plainCard, termCard, type WordCard } from './word-card.js';
import { cellCard } from './word-cells.js';

const texts = defineMessages('term-hover', {
  required: { text: 'Every playbook has it.', note: 'A key of the front matter.' },
  recommended: { text: 'Most playbooks have it.', note: 'A key of the front matter.' },
  valuesForAudience: {
    text: 'For {audience}: {values}.',
    note: 'The values of a key for pages with this audience: For `internal`: `playbook`.',
  },
  values: { text: 'Values: {values}.', note: 'The values that a key can have.' },
  rule: { text: '{description}.', note: 'A sentence that says what a rule requires.' },
});

export interface WordRequest {
  readonly playbook: Playbook;
  readonly offset: number;
  /** The rules that a suppression comment can name. */
  readonly rules: readonly Pick<RuleMeta<unknown, Readonly<Record<string, string>>>, 'id' | 'description'>[];
}

/** The card of the word at `offset`; `undefined` if there is no word of the dialect. */
export function wordCardAt({ playbook, offset, rules }: WordRequest): WordCard | undefined {
  const place = placeAt(playbook, offset);
  switch (place.kind) {
    case 'key':
      return keyCard(place, playbook.vocabulary.frontMatter);
    case 'label':
      return labelCard(place, playbook);
    case 'label-value':
      return labelValueCard(place, playbook);
    case 'cell':
      return cellCard(place, playbook, offset);
    case 'heading':
      return sectionCard(place, playbook);
    case 'suppression':
      return suppressionCard(place, playbook, rules);
    case 'alert':
      return plainCard('alert', place.span, sliceOf(playbook.text, place.span).toUpperCase(), ALERT_PURPOSES);
    default:
      return undefined;
  }
}

/** An unknown key has no card. */
function keyCard({ key, span }: KeyPlace, spec: FrontMatterSpec): WordCard | undefined {
  const need = spec.required.includes(key)
    ? [texts.required]
    : spec.recommended.includes(key)
      ? [texts.recommended]
      : [];
  return plainCard('key', span, key, KEY_PURPOSES, [...need, ...valuesOf(key, spec)]);
}

function valuesOf(key: string, { values, sites }: FrontMatterSpec): Message[] {
  if (key === 'ms.topic') return Object.entries(sites).map(([audience, { topics }]) => forAudience(audience, topics));
  if (key === 'ms.custom')
    return Object.entries(sites).map(([audience, { customs }]) => forAudience(audience, customs));
  const closed = Object.hasOwn(values, key) ? (values[key] ?? []) : [];
  return closed.length === 0 ? [] : [texts.values({ values: anyCode(closed) })];
}

function forAudience(audience: string, values: readonly string[]): Message {
  return texts.valuesForAudience({ audience: inCode(audience), values: anyCode(values) });
}

function anyCode(values: readonly string[]): MessageList {
  return anyOf(values.map(inCode));
}

function inCode(value: string): string {
  return `\`${value}\``;
}

function labelCard({ id, span }: LabelPlace, playbook: Playbook): WordCard {
  return { ...termCard('label', playbook.vocabulary.labels, id, span, playbook), purpose: LABEL_PURPOSES[id] };
}

function labelValueCard({ id, parts, part }: LabelValuePlace, playbook: Playbook): WordCard | undefined {
  const set = TERMS_OF_LABEL[id];
  const own = parts.find(({ span }) => span.start === part.start && span.end === part.end);
  const match = bestMatch(own?.matches ?? [], playbook.language);
  return own === undefined || match === undefined
    ? undefined
    : termCard(KIND_OF_TERM[set], playbook.vocabulary[set], match.id, own.span, playbook);
}

function sectionCard({ span }: HeadingPlace, playbook: Playbook): WordCard | undefined {
  const { sections } = playbook.vocabulary;
  const match = bestMatch(sections.lookup(sliceOf(playbook.text, span)), playbook.language);
  return match === undefined
    ? undefined
    : { ...termCard('section', sections, match.id, span, playbook), purpose: SECTION_PURPOSES[match.id] };
}

function suppressionCard(
  { part, span, action }: SuppressionPlace,
  playbook: Playbook,
  rules: WordRequest['rules'],
): WordCard | undefined {
  const card =
    part === 'rule' ? ruleCard(span, playbook, rules) : plainCard('comment', span, action, SUPPRESSION_PURPOSES);
  const reason = part === 'reason' ? undefined : reasonAt(span, playbook);
  return card && { ...card, ...(reason !== undefined && { reason }) };
}

function ruleCard(span: Span, { text }: Playbook, rules: WordRequest['rules']): WordCard | undefined {
  const id = sliceOf(text, span);
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return undefined;
  const purpose = texts.rule({ description: descriptionOf(rule) });
  return { kind: 'rule', span, word: id, purpose, notes: [], translations: [] };
}

/** The reason of the comment around `span`, which the caret isn't on. */
function reasonAt({ start, end }: Span, playbook: Playbook): string | undefined {
  return suppressionsIn(playbook).find(({ span }) => span.start <= start && end <= span.end)?.reason?.value;
}

import type { Playbook } from '../model/playbook.js';
import { reasonDash } from '../model/suppression-reason.js';
import { trimmed, type Span } from '../text/span.js';
import { isInCode } from './caret-code.js';
import { lineSpanAt } from './caret-line.js';
import type { SuppressionPlace } from './caret-place.js';

/** The caret place in `<!-- playbook-lint-disable-line rule-id -->`, even without the end. */
export function suppressionPlaceAt(playbook: Playbook, offset: number): SuppressionPlace | undefined {
  const line = lineSpanAt(playbook, offset);
  const open = playbook.text.slice(line.start, offset).lastIndexOf('<!--');
  if (open === -1) return undefined;
  const place = placeIn(playbook.text, { start: line.start + open + '<!--'.length, end: line.end }, offset);
  return place === undefined || isInCode(playbook, line.start + open) ? undefined : place;
}

/** The same in YAML, where a comment starts with `#`. */
export function yamlSuppressionPlaceAt(playbook: Playbook, offset: number): SuppressionPlace | undefined {
  const line = lineSpanAt(playbook, offset);
  const hash = /^[ \t]*#|[ \t]#/.exec(playbook.text.slice(line.start, offset));
  return hash === null
    ? undefined
    : placeIn(playbook.text, { start: line.start + hash.index + hash[0].length, end: line.end }, offset);
}

const PREFIX = 'playbook-lint-';
/** Longer than any comment with rule IDs. */
const LONGEST = 1000;

/** `rest` is the line after the characters that start the comment. */
function placeIn(text: string, rest: Span, offset: number): SuppressionPlace | undefined {
  const source = text.slice(rest.start, Math.min(rest.end, rest.start + LONGEST));
  const close = source.indexOf('-->');
  const content = close === -1 ? source : source.slice(0, close);
  if (offset > rest.start + content.length) return undefined;
  const [head = '', name = ''] = /^[ \t]*([\w-]*)/.exec(content) ?? [];
  const action = { start: rest.start + head.length - name.length, end: rest.start + head.length };
  if (offset <= action.end) return actionAt(action, name, offset);
  return name.startsWith(PREFIX)
    ? ruleAt(text, { start: action.end, end: rest.start + content.length }, offset, name.slice(PREFIX.length))
    : undefined;
}

/** On the action, or on the spaces before it. Other comments are ignored. */
function actionAt(action: Span, name: string, offset: number): SuppressionPlace | undefined {
  if (!name.startsWith(PREFIX) && !PREFIX.startsWith(name)) return undefined;
  return {
    kind: 'suppression',
    part: 'action',
    span: offset < action.start ? { start: offset, end: offset } : action,
    action: name.slice(PREFIX.length),
    named: [],
  };
}

/** Rule IDs follow the action, then a dash and the reason. */
function ruleAt(text: string, list: Span, offset: number, action: string): SuppressionPlace | undefined {
  const source = text.slice(list.start, list.end);
  const dash = reasonDash(source);
  if (dash !== undefined && offset > list.start + dash.start) {
    const from = list.start + dash.end;
    if (offset < from) return undefined;
    const span = trimmed(text, { start: from, end: list.end });
    const isOnReason = span.start <= offset && offset <= span.end;
    const named = wordsIn(source.slice(0, dash.start));
    return {
      kind: 'suppression',
      part: 'reason',
      span: isOnReason ? span : { start: offset, end: offset },
      action,
      named,
    };
  }
  const words = [...source.slice(0, dash?.start).matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => ({
    word,
    span: { start: list.start + index, end: list.start + index + word.length },
  }));
  const own = words.find(({ span }) => span.start <= offset && offset <= span.end);
  return {
    kind: 'suppression',
    part: 'rule',
    span: own?.span ?? { start: offset, end: offset },
    action,
    named: words.filter((one) => one !== own).map(({ word }) => word),
  };
}

function wordsIn(list: string): string[] {
  return list.split(/[\s,]+/).filter((word) => word !== '');
}

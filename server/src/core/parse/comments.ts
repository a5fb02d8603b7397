import type { ConflictMarker, SuppressionComment } from '../model/blocks.js';
import { reasonDash } from '../model/suppression-reason.js';
import { shift, type Located, type Span } from '../text/span.js';
import { nearest } from '../text/spelling.js';

/** Of bounded length, with the name matched as a whole, so that a thousand unclosed comments cost only their length. */
const HTML_COMMENT =
  /<!--\s{0,20}(playbook-?lint[ \t]{1,3}(?:dis|en)able[\w-]{0,20}|[\w-]{10,45})(?![\w-])((?:(?!-->)[^]){0,1000})-->/gi;
const YAML_COMMENT = /#\s*(playbook-?lint[ \t]{1,3}(?:dis|en)able[\w-]{0,20}|[\w-]{10,45})(?![\w-])([^\r\n]*)/gi;
const ACTION = /^playbook-lint-(disable|enable|disable-line|disable-next-line|disable-file)$/;

/**
 * The suppression comments in `source`, outside `opaque` code, including those with a misspelled name. Spans count from
 * the start of `source`.
 */
export function readSuppressions(
  source: string,
  isCode: (offset: number) => boolean = () => false,
): SuppressionComment[] {
  if (!source.includes('<!--')) return [];
  return [...source.matchAll(HTML_COMMENT)].filter((match) => !isCode(match.index)).flatMap(toSuppression);
}

/** The same in YAML, where a comment starts with `#`. */
export function readYamlSuppressions(source: string): SuppressionComment[] {
  if (!source.includes('#')) return [];
  return [...source.matchAll(YAML_COMMENT)].flatMap(toSuppression);
}

function toSuppression(match: RegExpExecArray): SuppressionComment[] {
  const [whole, name = '', list = ''] = match;
  const action = ACTION.exec(name)?.[1] ?? 'misspelt';
  if (action === 'misspelt' && !isMeantForUs(name)) return [];
  const nameStart = match.index + whole.indexOf(name);
  const listStart = nameStart + name.length;
  const dash = reasonDash(list);
  const span: Span = { start: match.index, end: match.index + whole.trimEnd().length };
  return [
    {
      action: action as SuppressionComment['action'],
      name: { value: name, span: { start: nameStart, end: listStart } },
      ruleIds: wordsOf(list.slice(0, dash?.start), listStart),
      reason: dash && reasonIn(list, dash.end, listStart),
      span,
    },
  ];
}

/** Whether an unknown name was meant as one of ours: most comments are about other things. */
function isMeantForUs(name: string): boolean {
  return /^playbook-?lint[- \t]/i.test(name) || suppressionMeantBy(name) !== undefined;
}

const NAMES = [
  'playbook-lint-disable',
  'playbook-lint-enable',
  'playbook-lint-disable-line',
  'playbook-lint-disable-next-line',
  'playbook-lint-disable-file',
];

/**
 * The suppression comment that `name` was probably meant to be: `playbook-lint-disable-next-line` for
 * `playbook-disable-nextline`.
 */
export function suppressionMeantBy(name: string): string | undefined {
  const words = name.toLowerCase().replace(/[ \t_]+/g, '-');
  if (!words.startsWith('p')) return undefined;
  return nearest(words.replace(/^playbook-?(?:lint-?)?(?=disable|enable)/, 'playbook-lint-'), NAMES, 1)[0];
}

function reasonIn(list: string, from: number, start: number): Located<string> | undefined {
  const written = list.slice(from);
  const value = written.trim();
  const at = start + list.length - written.trimStart().length;
  return value === '' ? undefined : { value, span: { start: at, end: at + value.length } };
}

/** The comment with its spans counted from `offset` characters earlier. */
export function shiftSuppression(comment: SuppressionComment, offset: number): SuppressionComment {
  const { name, ruleIds, reason, span } = comment;
  const shifted = (part: Located<string>): Located<string> => ({ ...part, span: shift(part.span, offset) });
  return {
    ...comment,
    name: shifted(name),
    ruleIds: ruleIds.map(shifted),
    reason: reason && shifted(reason),
    span: shift(span, offset),
  };
}

function wordsOf(list: string, start: number): Located<string>[] {
  return [...list.matchAll(/[^\s,]+/g)].map(({ 0: value, index }) => ({
    value,
    span: { start: start + index, end: start + index + value.length },
  }));
}

const CONFLICT = /^(?:(<{7})(?:[ \t].*)?|(={7})|(>{7})(?:[ \t].*)?)$/;

/** Whether `line` is one of the three marker lines of a merge conflict. */
export function isConflictLine(line: string): boolean {
  const first = line.charCodeAt(0);
  return (first === 0x3c || first === 0x3d || first === 0x3e) && CONFLICT.test(line);
}

/** The conflict marker on `line`, if there is one. `start` is the offset of the line in the block. */
export function readConflictMarker(line: string, start: number): ConflictMarker | undefined {
  if (!isConflictLine(line)) return undefined;
  const kind = line.startsWith('<') ? 'ours' : line.startsWith('=') ? 'separator' : 'theirs';
  return { kind, span: { start, end: start + line.length } };
}

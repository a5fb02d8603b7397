import { defineMessages, listed, quoted, type MessageList } from '../../../messages/index.js';
import type { Field, FrontMatter } from '../../model/front-matter.js';
import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';
import {
  audiencesOf,
  frontMatterLineEnd,
  isReadable,
  likelyValue,
  missingKeys,
  type MissingKey,
} from '../../dialect/front-matter.js';
import { suggestion } from './fixes.js';
import type { CheckedFrontMatter } from './front-matter-rule.js';
import { asYaml } from './known-values.js';

const texts = defineMessages('missing-keys', {
  insert: {
    text: 'Insert {keys}',
    note: 'Title of a fix. {keys}: a list of quoted keys of the front matter: "author", "manager".',
  },
});

/** Keys that are missing in the same place: one problem with one fix. */
type MissingKeysFinding = { readonly span: Span; readonly fixes: readonly Fix[] } & (
  | { readonly messageId: 'missing'; readonly data: { readonly keys: MessageList } }
  | { readonly messageId: 'missingBelow'; readonly data: { readonly keys: MessageList; readonly above: string } }
);

/** One finding for each place in which some of the `wanted` keys are missing. */
export function missingKeysFindings(wanted: readonly string[], checked: CheckedFrontMatter): MissingKeysFinding[] {
  const { frontMatter, page, isUsed } = checked;
  if (!isReadable(frontMatter)) return [];
  const missing = missingKeys(wanted, frontMatter, page.vocabulary.frontMatter).filter(({ key }) => isUsed(key));
  return groupedByPlace(missing).map((group) => {
    const place = { span: spanAbove(group, frontMatter), fixes: [insertKeys(group, checked)] };
    const keys = namesOf(group);
    return group.below === undefined
      ? { ...place, messageId: 'missing', data: { keys } }
      : { ...place, messageId: 'missingBelow', data: { keys, above: group.below.key.value } };
  });
}

interface MissingGroup {
  readonly keys: readonly string[];
  readonly below: Field | undefined;
}

function groupedByPlace(missing: readonly MissingKey[]): MissingGroup[] {
  const groups = new Map<Field | undefined, string[]>();
  for (const { key, below } of missing) groups.set(below, [...(groups.get(below) ?? []), key]);
  return [...groups].map(([below, keys]) => ({ keys, below }));
}

/** The span to underline: the key above the gap, or the fence if there is no key above. */
function spanAbove({ below }: MissingGroup, frontMatter: FrontMatter): Span {
  return below?.key.span ?? frontMatter.opening.span;
}

/** `"author", "manager"`. */
function namesOf({ keys }: MissingGroup): MessageList {
  return listed(keys.map(quoted));
}

/** Inserts the keys, with the values that can be determined; the author fills in the rest. */
function insertKeys(group: MissingGroup, { frontMatter, text, page, known }: CheckedFrontMatter): Fix {
  const { keys, below } = group;
  const audiences = audiencesOf(frontMatter.fields, page.vocabulary.frontMatter, text);
  const lineEnd = frontMatterLineEnd(frontMatter, text);
  const lines = keys.map((key) => `${key}: ${asYaml(known(key) ?? likelyValue(key, audiences, page) ?? '')}${lineEnd}`);
  const at = below?.span.end ?? startOfFields(frontMatter, text);
  const edit = { span: { start: at, end: at }, newText: lines.join('') };
  return suggestion(texts.insert({ keys: namesOf(group) }), edit);
}

/** Below the comment `# required metadata` that all playbooks have. */
function startOfFields({ content }: FrontMatter, text: string): number {
  const comment = /^(?:[ \t]*#[^\r\n]*(?:\r\n|\r|\n))*/.exec(text.slice(content.start, content.end));
  return content.start + (comment?.[0].length ?? 0);
}

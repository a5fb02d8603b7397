import { defineMessages, listed, quoted, type MessageList } from '../../../messages/index.js';
import type { Field, FrontMatter } from '../../model/front-matter.js';
import type { Span } from '../../text/span.js';
import type { DatedContext } from '../../dialect/reading-context.js';
import type { Fix } from '../rule.js';
import { audiencesOf, likelyValue, frontMatterLineEnd, type MissingKey } from '../../dialect/front-matter.js';
import { suggestion } from './fixes.js';
import { asYaml } from './known-values.js';

const texts = defineMessages('missing-keys', {
  insert: {
    text: 'Insert {keys}',
    note: 'Title of a fix. {keys}: a list of quoted keys of the front matter: "author", "manager".',
  },
});

/** Missing keys that belong in the same place, which are one problem with one fix. */
export interface MissingGroup {
  readonly keys: readonly string[];
  readonly below: Field | undefined;
}

export function groupedByPlace(missing: readonly MissingKey[]): MissingGroup[] {
  const groups = new Map<Field | undefined, string[]>();
  for (const { key, below } of missing) groups.set(below, [...(groups.get(below) ?? []), key]);
  return [...groups].map(([below, keys]) => ({ keys, below }));
}

/** The span to underline: the key above the gap, or the fence if there is no key above. */
export function spanAbove({ below }: MissingGroup, frontMatter: FrontMatter): Span {
  return below?.key.span ?? frontMatter.opening.span;
}

/** `"author", "manager"`. */
export function namesOf({ keys }: MissingGroup): MessageList {
  return listed(keys.map(quoted));
}

/** Inserts the keys, with the values that can be determined; the author fills in the rest. */
export function insertKeys(
  group: MissingGroup,
  frontMatter: FrontMatter,
  text: string,
  page: DatedContext,
  known: (key: string) => string | undefined = () => undefined,
): Fix {
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

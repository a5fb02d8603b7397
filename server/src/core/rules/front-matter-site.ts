import { defineMessages, listed } from '../../messages/index.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith, replaceWithNearest } from '../lint/support/fixes.js';
import { CleanFrontMatter } from '../lint/support/front-matter-rule.js';
import { audiencesOf, valueSpanOf, visibleText } from '../dialect/front-matter.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { fieldNamed, type FrontMatter } from '../model/front-matter.js';
import { nearest } from '../text/spelling.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';
import { folderOf, nameOf } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

const texts = defineMessages('front-matter-site', {
  audience: { text: 'The audience of the page', note: 'About the value of "ft.audience" in the front matter.' },
});

const messages = {
  otherSite: {
    text: '"{text}" in "{key}" doesn\'t match "ft.audience: {audience}"',
    note: '{text}: a value. {key}: a key of the front matter. {audience}: a list of audiences: internal.',
  },
  otherGuide: '"{text}" in "{key}" belongs to another guide, not to a playbook',
  near: 'Unknown value "{text}" for "{key}". Did you mean "{meant}"?',
} as const;

const clean = new CleanFrontMatter();

export const frontMatterSite = defineRule({
  meta: {
    id: 'front-matter-site',
    category: 'front-matter',
    description: '`ms.topic` and `ms.custom` match the site for the audience in `ft.audience`',
    recommended: 'warning',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    for (const { finding } of misplacedValues(frontMatter, text, page)) report(finding);
  },

  /** In the folder of another guide, its value is right. */
  workspace({ playbook: { frontMatter, text }, summary, index, page, withdraw }) {
    if (frontMatter === undefined || clean.has(frontMatter, page)) return;
    const misplaced = [...misplacedValues(frontMatter, text, page)];
    if (misplaced.length === 0) return clean.add(frontMatter, page);
    for (const { finding, key, value } of misplaced)
      if (finding.messageId === 'otherGuide' && isUsualBeside(key, value, summary, index)) withdraw(finding);
  },
});

interface MisplacedValue {
  readonly finding: Finding<typeof messages>;
  readonly key: string;
  readonly value: string;
}

function* misplacedValues(frontMatter: FrontMatter, text: string, page: ReadingContext): Iterable<MisplacedValue> {
  const spec = page.vocabulary.frontMatter;
  const audiences = audiencesOf(frontMatter.fields, spec, text);
  if (audiences.length === 0) return;
  for (const list of ['topics', 'customs'] as const) {
    const key = list === 'topics' ? 'ms.topic' : 'ms.custom';
    const field = fieldNamed(frontMatter, key);
    const value = field === undefined ? '' : visibleText(field);
    const allowed = audiences.flatMap((audience) => spec.sites[audience]?.[list] ?? []);
    if (field === undefined || value === '' || allowed.includes(value)) continue;

    const isOtherSite = valuesOfAllSites(spec).has(value);
    const [meant] = isOtherSite ? [] : nearest(value, allowed, 1);
    // Other guides are linted too, and there the value is right. So the page must call itself a playbook.
    if (!isOtherSite && meant === undefined && !isCalledPlaybook(frontMatter)) continue;

    const span = valueSpanOf(field, text);
    const audienceField = fieldNamed(frontMatter, 'ft.audience');
    const found = {
      span,
      related: audienceField === undefined ? [] : [{ span: valueSpanOf(audienceField, text), message: texts.audience }],
      fixes:
        meant === undefined
          ? [...new Set(allowed)].map((choice) => replaceWith(span, choice))
          : replaceWithNearest(span, [meant]),
    };
    const finding: Finding<typeof messages> =
      meant !== undefined
        ? { ...found, messageId: 'near', data: { text: value, key, meant } }
        : isOtherSite
          ? { ...found, messageId: 'otherSite', data: { text: value, key, audience: listed(audiences) } }
          : { ...found, messageId: 'otherGuide', data: { text: value, key } };
    yield { finding, key, value };
  }
}

/** Whether the folder is that of a guide: it has the name of the value, or most of its other pages have the value. */
function isUsualBeside(key: string, value: string, { path }: PageSummary, index: IndexReader): boolean {
  const folder = folderOf(path);
  if (folder !== undefined && nameOf(folder).toLowerCase() === value.toLowerCase()) return true;
  const counts = index.valuesBeside(key, path);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // Without this page.
  return ((counts.get(value) ?? 0) - 1) * 2 > all - 1;
}

function valuesOfAllSites({ sites }: FrontMatterSpec): Set<string> {
  return new Set(Object.values(sites).flatMap(({ topics, customs }) => [...topics, ...customs]));
}

function isCalledPlaybook(frontMatter: FrontMatter): boolean {
  return ['title', 'description'].some((key) => /\bplaybook\b/i.test(fieldNamed(frontMatter, key)?.value.text ?? ''));
}

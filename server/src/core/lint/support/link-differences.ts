import { listed, type MessageList } from '../../../messages/index.js';
import type { LinkDifference } from '../../comparison/structure.js';
import type { TranslationComparison } from '../../comparison/translations.js';
import { cutShort } from '../../dialect/task-rows.js';
import type { Located, Span } from '../../text/span.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PageSummary } from '../../workspace-index/page-summary.js';
import type { Fix, Related } from '../rule.js';
import { replaceWith } from './fixes.js';
import { headingSpan, nameOfUnit, structuresOf, toEnglish, toEnglishText } from './structure-places.js';

/** A difference between the targets of two pages, in the form in which rules report it. */
export type TargetDifference = Place &
  (
    | { readonly messageId: 'other'; readonly data: { readonly here: string; readonly there: string } }
    | {
        readonly messageId: 'missing';
        readonly data: { readonly name: string; readonly count: number; readonly targets: MessageList };
      }
    | { readonly messageId: 'extra'; readonly data: { readonly count: number; readonly targets: MessageList } }
    | {
        readonly messageId: 'several';
        readonly data: { readonly name: string; readonly missing: MessageList; readonly extra: MessageList };
      }
  );

interface Place {
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** One for each part of the page, however many targets differ: they have one cause. */
export function targetDifferences(
  kind: LinkDifference['kind'],
  summary: PageSummary,
  index: IndexReader,
): TargetDifference[] {
  return structuresOf(summary, index).flatMap(({ comparison, structure }) =>
    structure.links.flatMap((difference) =>
      difference.kind === kind ? [targetDifference(difference, comparison)] : [],
    ),
  );
}

function targetDifference(difference: LinkDifference, comparison: TranslationComparison): TargetDifference {
  const { missing, extra, translated } = difference;
  const [there, here] = [missing[0], extra[0]];
  const name = nameOfUnit(translated, comparison.translation);
  const related =
    missing.length === 0
      ? [toEnglish(difference, comparison)]
      : missing.slice(0, MOST).map(({ value, span }) => toEnglishText(cutShort(value, LONGEST), span, comparison));
  if (here === undefined)
    return {
      messageId: 'missing',
      data: { name, count: missing.length, targets: namesOf(missing) },
      span: headingSpan(translated, comparison.translation),
      related,
    };
  const { span } = here;
  if (there === undefined)
    return { messageId: 'extra', data: { count: extra.length, targets: namesOf(extra) }, span, related };
  if (missing.length > 1 || extra.length > 1)
    return { messageId: 'several', data: { name, missing: namesOf(missing), extra: namesOf(extra) }, span, related };
  const data = { here: cutShort(here.value, LONGEST), there: cutShort(there.value, LONGEST) };
  return { messageId: 'other', data, span, related, fixes: replacement(here, there) };
}

/** The end of an address says most. */
const LONGEST = 120;
/** The maximum number of targets in a message. */
const MOST = 5;

function namesOf(targets: readonly Located<string>[]): MessageList {
  const names = targets.slice(0, MOST).map(({ value }) => cutShort(value, LONGEST));
  return listed(targets.length > MOST ? [...names, '…'] : names);
}

/** A path counts from the page, and may lead to another language, so only addresses are certain. */
function replacement(here: Located<string>, there: Located<string>): Fix[] {
  if (!ADDRESS.test(here.value) || !ADDRESS.test(there.value)) return [];
  const locale = LOCALE.exec(here.value)?.[0];
  return [replaceWith(here.span, locale === undefined ? there.value : there.value.replace(LOCALE, locale))];
}

const ADDRESS = /^https?:\/\/[^\s<>|\\]+$/i;
/** The language of a page on a site in many languages: `/de-de/`. */
const LOCALE = /\/[a-z]{2}-[a-z]{2}(?=\/)/i;

import type { Heading } from '../model/headings.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { CatalogueEntry, TermsFact } from '../workspace-index/page-summary.js';

/** `983: QuickLeads`, the heading of an entry. */
const ENTRY_HEADING = /^(\d{3,})\s*[:：]\s*(.*)$/;
/** With fewer entries, a page isn't a catalogue: any page can have a heading with a number and a colon. */
const FEWEST_ENTRIES = 3;

/**
 * The beginnings of the lines of a catalogue entry. A value can span several lines, up to a hard break, a blank line or
 * the next bold label.
 */
const VALUE = String.raw`\s*[:：]\s*\*{0,2}[ \t]*((?:(?!\n\s*\n|[ ]{2,}\n|\n\*\*)[\s\S])*)`;

const SERVICE_LABEL = new RegExp(String.raw`^\*{0,2}Services?(?:\(s\))?\*{0,2}${VALUE}`, 'im');
const LOCATION_LABEL = new RegExp(String.raw`^\*{0,2}Task Location(?:\(s\))?\*{0,2}${VALUE}`, 'im');
/** In the name of a retired task. */
const RETIRED = /\b(?:deprecated|retired|obsolete)\b/i;

/**
 * The entries of a page that is a task catalogue: most headings of one level have the form `983: Name`. Starts are
 * offsets in the file.
 */
export function entriesOf({ headings, text, vocabulary }: Playbook): readonly Placed<CatalogueEntry>[] {
  const named = headings.filter(({ value }) => ENTRY_HEADING.test(value.text));
  if (named.length < FEWEST_ENTRIES) return NONE;
  const level = named[0]?.value.level;
  if (headings.filter(({ value }) => value.level === level).length > named.length * 2) return NONE;
  return headings.flatMap((heading, index) => {
    if (heading.value.level !== level || !ENTRY_HEADING.test(heading.value.text)) return [];
    const next = headings[index + 1];
    const body = text.slice(
      heading.start + heading.value.span.end,
      next === undefined ? text.length : next.start + next.value.span.start,
    );
    return [{ start: heading.start + heading.value.content.start, value: rememberedEntry(heading, body, vocabulary) }];
  });
}

const NONE: readonly never[] = [];

const known = new WeakMap<
  Heading,
  { readonly body: string; readonly vocabulary: Vocabulary; readonly entry: CatalogueEntry }
>();

function rememberedEntry({ value: heading }: Placed<Heading>, body: string, vocabulary: Vocabulary): CatalogueEntry {
  const before = known.get(heading);
  if (before?.body === body && before.vocabulary === vocabulary) return before.entry;
  const entry = readEntry(heading.text, body, vocabulary);
  known.set(heading, { body, vocabulary, entry });
  return entry;
}

function readEntry(heading: string, body: string, vocabulary: Vocabulary): CatalogueEntry {
  const [, id = '', name = ''] = ENTRY_HEADING.exec(heading) ?? [];
  const services = SERVICE_LABEL.exec(body)?.[1]?.trim();
  return {
    id: { value: id, span: { start: 0, end: id.length } },
    name,
    services: services === undefined ? undefined : serviceFact(services, vocabulary),
    location: LOCATION_LABEL.exec(body)?.[1]
      ?.replace(/\\(?=>)/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    isRetired:
      RETIRED.test(name) ||
      /^\s*(?:>\s*)?\*{0,2}(?:this task (?:is|was|has been) )?(?:deprecated|retired)\b/im.test(body),
  };
}

function serviceFact(value: string, { services }: Vocabulary): TermsFact {
  const parts = services.split(value);
  const isKnown = parts.length > 0 && parts.every(({ matches }) => matches.length > 0);
  return {
    value,
    span: { start: 0, end: 0 },
    ids: isKnown ? [...new Set(parts.flatMap(({ matches }) => matches[0]?.id ?? []))].sort() : undefined,
  };
}

import type { Block } from '../model/blocks.js';
import { itemFacts } from '../text/item-facts.js';
import { memoized } from '../text/memo.js';
import { byLanguage, LANGUAGES, packOf, type Language } from '../vocabulary/language.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { headerName } from './table-block.js';

type Votes = Record<Language, number>;

/** The weight of a word of the dialect compared with a word of the language. */
const TERM_VOTE = 10;
/** How many rows of a table and characters of a text are read; more wouldn't change the result. */
const SAMPLE_ROWS = 10;
const SAMPLE_LENGTH = 1000;

/** The language of most words of the page; English if it can't be detected. */
export function languageOf(blocks: readonly Block[], vocabulary: Vocabulary): Language {
  const total = noVotes();
  for (const { value } of votesOf(vocabulary)(blocks)) {
    for (const language of LANGUAGES) total[language] += value[language];
  }
  return LANGUAGES.reduce((best, language) => (total[language] > total[best] ? language : best));
}

const votesOf = memoized((vocabulary: Vocabulary) =>
  itemFacts({
    itemsOf: (blocks: readonly Block[]) => blocks,
    read: memoized((block: Block) => voteOf(block, vocabulary)),
    areAlike: () => true,
  }),
);

function voteOf(block: Block, vocabulary: Vocabulary): Votes {
  const votes = noVotes();
  for (const matches of termsIn(block, vocabulary)) {
    const languages = new Set(matches.filter((match) => match.kind !== 'error').map((match) => match.language));
    // A spelling that is common to several languages doesn't count for any of them.
    for (const language of languages) votes[language] += TERM_VOTE / languages.size;
  }
  countWords(sampleOf(block), votes);
  return votes;
}

function* termsIn(block: Block, vocabulary: Vocabulary): Iterable<readonly TermMatch[]> {
  if (block.kind === 'text') {
    for (const heading of block.headings) yield heading.matches;
    for (const label of block.labels) yield label.matches;
    return;
  }
  const header = block.table.rows[block.table.header ?? -1];
  for (const cell of header?.cells ?? []) {
    const text = headerName(cell.text);
    yield vocabulary.taskColumns.lookup(text);
    yield vocabulary.refreshColumns.lookup(text);
  }
}

function sampleOf(block: Block): string {
  if (block.kind === 'text') return block.source.slice(0, SAMPLE_LENGTH);
  return block.table.rows
    .slice(0, SAMPLE_ROWS)
    .map((row) => row.source)
    .join('\n');
}

function noVotes(): Votes {
  return { ...NO_VOTES };
}

const NO_VOTES: Votes = byLanguage(() => 0);

/** The languages of each common word. */
const LANGUAGES_OF = new Map<string, Language[]>();
for (const language of LANGUAGES) {
  for (const word of packOf(language).detection.words)
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}
const WITH_OWN_SCRIPT = LANGUAGES.filter((language) => packOf(language).detection.countCharacters !== undefined);

/** With the dot or slash before it, so that no word is found there: `microsoft.com` isn't Portuguese. */
const WORD = /[./]?[\p{L}\p{N}_]+/gu;

function countWords(text: string, votes: Votes): void {
  for (const word of text.match(WORD) ?? []) {
    for (const language of LANGUAGES_OF.get(word.toLowerCase()) ?? []) votes[language]++;
  }
  for (const language of WITH_OWN_SCRIPT) votes[language] += packOf(language).detection.countCharacters?.(text) ?? 0;
}

import type { Block } from '../model/blocks.js';
import { memoized } from '../text/memo.js';
import { LANGUAGES, type Language } from '../vocabulary/language.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { headerName } from './table-block.js';

type Votes = Readonly<Record<Language, number>>;

/** The weight of a word of the dialect compared with a word of the language. */
const TERM_VOTE = 10;
/** How many rows of a table and characters of a text are read; more wouldn't change the result. */
const SAMPLE_ROWS = 10;
const SAMPLE_LENGTH = 1000;

/** The language of most words of the page; English if it can't be detected. */
export function languageOf(blocks: Iterable<Block>, vocabulary: Vocabulary): Language {
  const total: Record<Language, number> = { en: 0, de: 0, es: 0, pt: 0, ja: 0, zh: 0 };
  const votesIn = votesOf(vocabulary);
  for (const block of blocks) {
    const votes = votesIn(block);
    for (const language of LANGUAGES) total[language] += votes[language];
  }
  return LANGUAGES.reduce((best, language) => (total[language] > total[best] ? language : best));
}

const votesOf = memoized((vocabulary: Vocabulary) => memoized((block: Block) => voteOf(block, vocabulary)));

function voteOf(block: Block, vocabulary: Vocabulary): Votes {
  const votes: Record<Language, number> = { en: 0, de: 0, es: 0, pt: 0, ja: 0, zh: 0 };
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

const KANA = /[\u3041-\u30ff]/g;
const HAN = /[\u4e00-\u9fff]/g;
/** Not directly after a dot or a slash: `microsoft.com` isn't Portuguese. */
const WORDS: readonly (readonly [Language, RegExp])[] = [
  ['en', /(?<![./])\b(?:the|and|of|with|for|is|are|this|that|from|you|will)\b/gi],
  ['de', /(?<![./])\b(?:der|die|das|und|für|mit|auf|ist|den|werden|nicht|zu|im|des|eine?)\b/gi],
  ['es', /(?<![./])\b(?:el|los|las|del|con|una|que|por|está|sus|se)\b/gi],
  ['pt', /(?<![./])\b(?:os|uma|com|não|dos|das|em|ao|pelo|pela|são|seu|está)\b/gi],
];

function countWords(text: string, votes: Record<Language, number>): void {
  const kana = countOf(text, KANA);
  // Japanese uses Han characters too; Chinese has no kana.
  votes.ja += kana * 2;
  votes.zh += Math.max(0, countOf(text, HAN) - kana * 3);
  for (const [language, words] of WORDS) votes[language] += countOf(text, words);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

import { createHash } from 'node:crypto';
import fc from 'fast-check';

/**
 * A mistake as authors, input methods, translators and merges make them. It changes one line, which `line` picks among the
 * lines it fits; `at` picks a place in that line. A mistake that fits no line changes nothing.
 */
export interface Mistake {
  readonly kind: string;
  readonly line: number;
  readonly at: number;
}

type Lines = readonly string[];
/** The lines that take the place of line `index`. `at` counts up from 0 and has no upper end. */
type Kind = {
  readonly fits: (line: string, lines: Lines, index: number) => boolean;
  readonly make: (line: string, at: number, lines: Lines, index: number) => Lines;
};

const UNSEEN = ['\u200B', '\u00A0', '\u3000', '\uFEFF', '\u2060', '\u200E', '\u00AD'];
const DASHES = ['—', '–', '－', '―', '_', '='];
const hasPipe = (line: string): boolean => line.includes('|');
const isDelimiter = (line: string): boolean => /^[\s|:-]*-[\s|:-]*$/.test(line) && hasPipe(line);
const isHeader = (_: string, lines: Lines, index: number): boolean => isDelimiter(lines[index + 1] ?? '');
const inFrontMatter = (_: string, lines: Lines, index: number): boolean =>
  lines[0]?.startsWith('---') === true && index <= lines.indexOf('---', 1);
const anywhere = (): boolean => true;

/** The line with the sign at one of the places of `pattern` made into something else. */
function replacing(pattern: RegExp, made: (found: string, at: number) => string): Kind['make'] {
  return (line, at) => {
    const found = [...line.matchAll(pattern)];
    const one = found[at % Math.max(1, found.length)];
    return one === undefined
      ? [line]
      : [line.slice(0, one.index) + made(one[0], at) + line.slice(one.index + one[0].length)];
  };
}

function pick<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from');
  return item;
}

const inLine = (text: string, at: number): number => at % (text.length + 1);

/** Characters at the ends of the row, on either side of a pipe, or inside a cell. */
const besidePipe =
  (sign: (at: number) => string): Kind['make'] =>
  (line, at) => {
    const places = [0, line.length, ...[...line.matchAll(/\|/g)].flatMap(({ index }) => [index, index + 1])];
    const place = pick(places, at);
    return [line.slice(0, place) + sign(at) + line.slice(place)];
  };

const unseenBesidePipe = besidePipe((at) => pick(UNSEEN, at >> 4));
const indented: Kind['make'] = (line, at) => [
  pick([' ', '  ', '   ', '    ', '\t', '> ', '- ', '1. ', '\u3000'], at) + line,
];
const doubled: Kind['make'] = (line) => [line, line];
const lost: Kind['make'] = () => [];
const blankAbove: Kind['make'] = (line, at) => [pick(['', ' ', '\t', '\u3000', '\u200B'], at), line];

const KINDS: Readonly<Record<string, Kind>> = {
  'pipe-lost': { fits: hasPipe, make: replacing(/ ?\| ?/g, () => ' ') },
  'pipe-doubled': { fits: hasPipe, make: replacing(/\|/g, () => '||') },
  'pipe-full-width': { fits: hasPipe, make: replacing(/\|/g, () => '｜') },
  'pipes-full-width': { fits: hasPipe, make: (line) => [line.replaceAll('|', '｜')] },
  'pipe-escaped': { fits: hasPipe, make: replacing(/\|/g, () => '\\|') },
  'pipe-broken-bar': { fits: hasPipe, make: replacing(/\|/g, (_, at) => pick(['¦', '│', 'l'], at >> 3)) },
  'pipe-in-text': { fits: hasPipe, make: replacing(/[^\s|]/g, (found) => `${found}|`) },
  'pipe-in-code': { fits: hasPipe, make: replacing(/[^\s|]+/g, (found) => `\`${found}|x\``) },
  'back-tick': { fits: hasPipe, make: replacing(/[^\s|]/g, (found) => `${found}\``) },
  'closing-pipe-lost': { fits: (line) => /\|\s*$/.test(line), make: (line) => [line.replace(/\|\s*$/, '')] },
  'opening-pipe-lost': { fits: (line) => /^\s*\|/.test(line), make: (line) => [line.replace(/^\s*\|/, '')] },
  'cell-empty-at-end': { fits: hasPipe, make: (line) => [`${line} |`] },
  'cell-empty-at-start': { fits: hasPipe, make: (line) => [`| ${line}`] },
  'cell-emptied': { fits: hasPipe, make: replacing(/\|[^|]*(?=\|)/g, () => '| ') },
  'cell-removed': { fits: hasPipe, make: replacing(/\|[^|]*(?=\|)/g, () => '') },
  'cells-swapped': {
    fits: hasPipe,
    make: replacing(/\|[^|]*\|[^|]*(?=\|)/g, (found) => `|${found.split('|').slice(1).reverse().join('|')}`),
  },
  'text-after-row': {
    fits: hasPipe,
    make: (line, at) => [line + pick(['x', ' x', ' <!-- x -->', '<br>', '\\', '  ', '\t', ' :'], at)],
  },
  'text-before-row': {
    fits: hasPipe,
    make: (line, at) => [pick(['x ', 'x', '* ', '#', '**', '<!-- x --> '], at) + line],
  },
  'unseen-beside-pipe': { fits: hasPipe, make: unseenBesidePipe },
  'unseen-in-delimiter': { fits: isDelimiter, make: unseenBesidePipe },
  'unseen-in-header': { fits: isHeader, make: unseenBesidePipe },
  'unseen-anywhere': {
    fits: anywhere,
    make: (line, at) => [line.slice(0, inLine(line, at)) + pick(UNSEEN, at >> 4) + line.slice(inLine(line, at))],
  },
  'space-no-break': {
    fits: (line) => line.includes(' '),
    make: replacing(/ /g, (_, at) => pick(['\u00A0', '\u3000', '\t', '  '], at >> 3)),
  },
  'delimiter-dash': { fits: isDelimiter, make: replacing(/-+/g, (_, at) => pick(DASHES, at >> 3)) },
  'delimiter-dashes': { fits: isDelimiter, make: (line, at) => [line.replace(/-+/g, pick(DASHES, at))] },
  'delimiter-space': { fits: isDelimiter, make: replacing(/-/g, () => '- ') },
  'delimiter-colon': {
    fits: isDelimiter,
    make: replacing(/\|/g, (_, at) => pick(['|：', '|: ', '：|', ':|'], at >> 3)),
  },
  'delimiter-letter': { fits: isDelimiter, make: replacing(/-/g, () => 'x') },
  'delimiter-lost': { fits: isDelimiter, make: lost },
  'delimiter-doubled': { fits: isDelimiter, make: doubled },
  'delimiter-blank-line-above': { fits: isDelimiter, make: blankAbove },
  'delimiter-on-header-line': {
    fits: isHeader,
    make: (line, _, lines, index) => [`${line} ${lines[index + 1] ?? ''}`],
  },
  'header-lost': { fits: isHeader, make: lost },
  'header-doubled': { fits: isHeader, make: doubled },
  'header-blank-line-above': { fits: isHeader, make: blankAbove },
  'header-bold': { fits: isHeader, make: replacing(/[^|]+/g, (found) => ` **${found.trim()}** `) },
  'header-misspelt': { fits: isHeader, make: replacing(/\p{L}/gu, (found) => found + found) },
  'header-line-above': {
    fits: isHeader,
    make: (line, at) => [
      pick(
        [
          'Text right above',
          '- item',
          '> quote',
          '<!-- comment -->',
          '## Heading',
          '***',
          '| other | table |',
          'a | b',
          '<div>',
          '1. item',
          '    code',
        ],
        at,
      ),
      line,
    ],
  },
  'row-blank-line-above': { fits: hasPipe, make: blankAbove },
  'row-doubled': { fits: hasPipe, make: doubled },
  'row-lost': { fits: hasPipe, make: lost },
  'row-indented': { fits: hasPipe, make: indented },
  'row-split': { fits: hasPipe, make: (line, at) => [line.slice(0, inLine(line, at)), line.slice(inLine(line, at))] },
  'row-split-at-pipe': {
    fits: hasPipe,
    make: (line, at) => replacing(/\|/g, () => '|\n')(line, at, [], 0).flatMap((made) => made.split('\n')),
  },
  'row-text-below': {
    fits: hasPipe,
    make: (line, at) => [
      line,
      pick(
        [
          'Text below',
          '***',
          '---',
          '===',
          '<!-- comment -->',
          '```',
          '> quote',
          '- item',
          '# heading',
          '    indented',
          '\\',
        ],
        at,
      ),
    ],
  },
  'row-conflict': { fits: hasPipe, make: (line) => ['<<<<<<< HEAD', line, '=======', line, '>>>>>>> other'] },
  'digits-full-width': {
    fits: (line) => /\d/.test(line),
    make: (line) => [line.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  },
  'case-changed': {
    fits: (line) => /\| [A-Za-z] \|/.test(line),
    make: replacing(/\| [A-Za-z] \|/g, (found) =>
      found === found.toLowerCase() ? found.toUpperCase() : found.toLowerCase(),
    ),
  },
  'letter-full-width': {
    fits: (line) => /\| [A-Z] \|/.test(line),
    make: replacing(/\| [A-Z] \|/g, (found) =>
      found.replace(/[A-Z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ),
  },
  'word-doubled': { fits: anywhere, make: replacing(/\S+/g, (word) => `${word} ${word}`) },
  'heading-space-lost': { fits: (line) => /^#+ /.test(line), make: (line) => [line.replace(' ', '')] },
  'heading-spaces': {
    fits: (line) => /^#+ /.test(line),
    make: (line, at) => [line.replace(' ', pick(['  ', '\t', '\u00A0', '\u3000'], at))],
  },
  'hash-before-line': { fits: anywhere, make: (line, at) => [pick(['#', '##', '# ', '＃'], at) + line] },
  'line-trimmed': { fits: (line) => /\S\s+$/.test(line), make: (line) => [line.trimEnd()] },
  'line-joined': { fits: anywhere, make: (line, _, lines, index) => [line + (lines[index + 1] ?? '')] },
  'line-blank-below': { fits: anywhere, make: (line) => [line, ''] },
  'line-lost': { fits: anywhere, make: lost },
  'line-indented': { fits: anywhere, make: indented },
  'line-comment-below': {
    fits: anywhere,
    make: (line, at) => [line, pick(['<!-- note -->', '<!--', '-->', '<!-- a | b -->'], at)],
  },
  'line-fence-below': { fits: anywhere, make: (line, at) => [line, pick(['```', '~~~', '````'], at)] },
  'front-matter-fence': {
    fits: (line) => line === '---',
    make: (_, at) => [pick(['--- yaml', '----', '--', '—', ' ---', '--- ', '---yaml', '--- # note'], at)],
  },
  'front-matter-fence-lost': { fits: (line) => line === '---', make: lost },
  'front-matter-blank-above': {
    fits: (_, __, index) => index === 0,
    make: (line, at) => [...pick([[''], ['', ''], [' '], ['<!-- x -->']], at), line],
  },
  'front-matter-line-doubled': { fits: inFrontMatter, make: doubled },
  'front-matter-year': { fits: (line) => /\/\d{4}/.test(line), make: (line) => [line.replace(/\/\d\d(\d\d)/, '/$1')] },
  'front-matter-colon': {
    fits: inFrontMatter,
    make: replacing(/: ?/g, (_, at) => pick(['：', ':', ' : ', ''], at >> 2)),
  },
  'front-matter-unseen': {
    fits: inFrontMatter,
    make: (line, at) => [line.slice(0, inLine(line, at)) + pick(UNSEEN, at >> 4) + line.slice(inLine(line, at))],
  },
  'link-damaged': {
    fits: (line) => line.includes(']('),
    make: replacing(/\]\(|\.md|\/|:|\)/g, (found, at) =>
      pick([`${found}\\`, '', `${found} `, `\u200B${found}`, `${found}mailto=`], at >> 3),
    ),
  },
  'tabs-for-pipes': { fits: hasPipe, make: (line) => [line.replace(/ *\| */g, '\t').trim()] },
};

const WHOLE_PAGE: Readonly<Record<string, (text: string) => string>> = {
  'line-ends-crlf': (text) => text.replace(/\r?\n/g, '\r\n'),
  'line-ends-mixed': (text) => text.replace(/\n/g, (_, at: number) => (at % 3 === 0 ? '\r\n' : '\n')),
  'byte-order-mark': (text) => `\uFEFF${text}`,
  'last-line-end-lost': (text) => text.replace(/\s+$/, ''),
};

/** One to three mistakes. Fewer and earlier ones are simpler. */
const mistakes: fc.Arbitrary<readonly Mistake[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(KINDS), ...Object.keys(WHOLE_PAGE)),
    line: fc.nat(1000),
    at: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 3 },
);

/**
 * A page with mistakes in it. Which page it is depends on the names and not on how many there are, so that a new fixture
 * takes its share of the draws and leaves the others as they were.
 */
export function pageAndMistakes<Page extends { readonly file: string }>(
  pages: Iterable<Page>,
): fc.Arbitrary<[Page, readonly Mistake[]]> {
  const byHash = [...pages]
    .map((page) => ({ page, hash: hashOf(page.file) }))
    .sort((one, other) => one.hash - other.hash);
  const pageAt = (at: number): Page => (byHash.find(({ hash }) => hash >= at) ?? pick(byHash, 0)).page;
  return fc.tuple(fc.nat(MOST_HASH).map(pageAt), mistakes);
}

const MOST_HASH = 0x7fff_ffff;

/** A number from 0 to `MOST_HASH`, spread evenly: the first bytes of the SHA-1 of the name. */
function hashOf(name: string): number {
  return createHash('sha1').update(name).digest().readUInt32BE() & MOST_HASH;
}

/** The page with the mistakes made one after the other. */
export function withMistakes(text: string, made: readonly Mistake[]): string {
  const inLines = made.reduce((page, mistake) => withMistake(page, mistake), text);
  return made.reduce((page, { kind }) => WHOLE_PAGE[kind]?.(page) ?? page, inLines);
}

function withMistake(text: string, { kind, line, at }: Mistake): string {
  const made = KINDS[kind];
  const lines = text.split('\n');
  const fitting = [...lines.keys()].filter((index) => made?.fits(lines[index] ?? '', lines, index) === true);
  const index = fitting[line % Math.max(1, fitting.length)];
  if (made === undefined || index === undefined) return text;
  return [...lines.slice(0, index), ...made.make(lines[index] ?? '', at, lines, index), ...lines.slice(index + 1)].join(
    '\n',
  );
}

import fc from 'fast-check';

/** Pieces that open, close, cut or join what a page is made of when they are typed into it. */
const PIECES = [
  '\n',
  '\n\n',
  ' ',
  '\t',
  '|',
  '||',
  '｜',
  '\\',
  '-',
  ':',
  '>',
  '#',
  '# ',
  '---\n',
  '\u200B',
  '\u00A0',
  '<!-- x -->',
  '[a](b.md)',
  '](',
  '**',
  '`',
  '1',
  'Task ID',
];

/** Where something happens, as a fraction of the page. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

const mutation: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.record({ at: place, piece: fc.constantFrom(...PIECES) }).map(
    ({ at, piece }) =>
      (text: string) =>
        splice(text, offset(text, at), 0, piece),
  ),
  fc.record({ at: place, length: fc.integer({ min: 1, max: 12 }) }).map(
    ({ at, length }) =>
      (text: string) =>
        splice(text, offset(text, at), length, ''),
  ),
  fc.record({ at: place, to: place }).map(
    ({ at, to }) =>
      (text: string) =>
        moveLine(text, at, to),
  ),
  place.map((at) => (text: string) => onLine(text, at, (line) => line + line)),
  place.map((at) => (text: string) => onLine(text, at, () => '')),
  place.map((at) => (text: string) => onLine(text, at, (line) => `\n${line}`)),
);

/** A few slips, one after the other, as a function from page to page. */
export const mutations: fc.Arbitrary<(text: string) => string> = fc
  .array(mutation, { minLength: 1, maxLength: 4 })
  .map((slips) => (text: string) => slips.reduce((page, slip) => slip(page), text));

function offset(text: string, at: number): number {
  return Math.round(at * text.length);
}

function splice(text: string, at: number, removed: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** Changes the line, line end included, that holds the place. */
function onLine(text: string, at: number, change: (line: string) => string): string {
  const lines = text.split(/(?<=\n)/);
  const index = Math.min(lines.length - 1, Math.floor(at * lines.length));
  return lines.map((line, place) => (place === index ? change(line) : line)).join('');
}

function moveLine(text: string, from: number, to: number): string {
  const lines = text.split(/(?<=\n)/);
  const [line = ''] = lines.splice(Math.min(lines.length - 1, Math.floor(from * lines.length)), 1);
  lines.splice(Math.floor(to * lines.length), 0, line);
  return lines.join('');
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(LETTER_A + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** 27 for `AB12`; `undefined` if it isn't a cell address. */
export function columnOf(address: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(address)?.[0].toUpperCase();
  if (letters === undefined) return undefined;
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - LETTER_A + 1, 0) - 1;
}

const LETTER_A = 65;

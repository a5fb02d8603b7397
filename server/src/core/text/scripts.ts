/** The number of hiragana and katakana. */
export function countKana(text: string): number {
  return text.match(/[\u3041-\u30ff]/g)?.length ?? 0;
}

/** The number of Chinese characters, which Japanese uses, too. */
export function countHan(text: string): number {
  return text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
}

/** Whether the character is of a script that has no spaces between words: Chinese characters and kana. */
export function isEastAsian(character: string): boolean {
  return /^[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]$/.test(character);
}

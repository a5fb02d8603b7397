/** What Excel allows in the name of a sheet. */
const MAX_LENGTH = 31;
const FORBIDDEN = /[[\]:*?/\\'\u0000-\u001f]/g;

/** Valid names for the tabs of a workbook, based on `names`: none is empty, and none is a duplicate for Excel. */
export function tabNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const wanted = name.replace(FORBIDDEN, '_').trim() || 'Sheet';
    let tab = cutTo(MAX_LENGTH, wanted);
    for (let count = 2; taken.has(tab.toLowerCase()); count++)
      tab = `${cutTo(MAX_LENGTH - ` ${count}`.length, wanted)} ${count}`;
    taken.add(tab.toLowerCase());
    return tab;
  });
}

/** Never in the middle of a character with two code units. */
function cutTo(length: number, text: string): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

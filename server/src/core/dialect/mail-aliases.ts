/** Whether `text` has the form of a mail alias: one word of letters, digits, dots and hyphens. */
export function isAliasForm(text: string): boolean {
  return /^[a-z][a-z0-9._-]*$/i.test(text);
}

/**
 * Whether `alias` may belong to the person called `name`: the start of the first name and the start of a later one, as
 * in `pboulos`, `rosiea` or `v-cekenn`, where `v-` is for vendors.
 */
export function aliasFits(alias: string, name: string): boolean {
  const [first = '', ...rest] = folded(name)
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  const letters = folded(alias)
    .replace(/^[a-z]-/, '')
    .replace(/[^a-z]/g, '');
  return rest.some((word) => startsBoth(letters, first, word));
}

function startsBoth(letters: string, first: string, last: string): boolean {
  for (let length = 1; length < letters.length && first.startsWith(letters.slice(0, length)); length++) {
    if (last.startsWith(letters.slice(length))) return true;
  }
  return false;
}

/** In lowercase, without accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

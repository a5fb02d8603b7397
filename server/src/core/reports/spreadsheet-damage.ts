/** What programs display for a formula without a result. Other errors are recognized by their form. */
const ERROR_NAMES: ReadonlySet<string> = new Set([
  '#N/A',
  '#NV',
  '#N/D',
  '#ND',
  '#NA',
  '#GETTING_DATA',
  '#DATEN_ABRUFEN',
]);
/** `#REF!`, `#NAME?`, and in other languages `#BEZUG!`, `#¡REF!`, `#¿NOMBRE?`. */
const ERROR_FORM = /^#[¡¿]?[\p{Lu}\d/_ ]+[!?]$/u;
/** In LibreOffice, and in a column that is too narrow for its number. */
const OTHER_ERRORS = /^(?:(?:Err|Fehler|Error|Erro):\d{3}|#{3,})$/;

/**
 * How a spreadsheet damaged a cell: it has an error value, a formula or a shortened number. `undefined` if it's intact.
 */
export function damageIn(text: string): 'error' | 'formula' | 'number' | undefined {
  if (ERROR_NAMES.has(text) || ERROR_FORM.test(text) || OTHER_ERRORS.test(text)) return 'error';
  if (/^=(?:[\p{L}.]+\(|\$?[A-Z]{1,3}\$?\d+\b)/u.test(text)) return 'formula';
  return SCIENTIFIC.test(text) ? 'number' : undefined;
}

const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E[+-]\d+$/;

/**
 * The text in a cell such as `="0983"`, which prevents a spreadsheet from converting it to a number; any other text
 * unchanged.
 */
export function unwrapped(text: string): string {
  const inner = /^="((?:[^"]|"")*)"$/.exec(text)?.[1];
  return inner === undefined ? text : inner.replaceAll('""', '"');
}

/**
 * Whether both are the same number or Boolean, in a notation that a spreadsheet chose: `0983` and `983.0`, `9.83E+02`;
 * `true` and `WAHR`.
 */
export function isSameValue(a: string, b: string): boolean {
  const [one, other] = [plainValue(a), plainValue(b)];
  return one !== undefined && one === other;
}

const TRUE_WORDS: ReadonlySet<string> = new Set(['true', 'wahr', 'verdadero', 'verdadeiro', 'vrai', 'vero']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['false', 'falsch', 'falso', 'faux']);

function plainValue(text: string): string | undefined {
  const said = text.trim();
  if (TRUE_WORDS.has(said.toLowerCase())) return 'true';
  if (FALSE_WORDS.has(said.toLowerCase())) return 'false';
  return wholeNumber(said);
}

/** The digits of a number without a fraction, without leading zeros; `undefined` for any other text. */
export function wholeNumber(text: string): string | undefined {
  const plain = /^(\d+)(?:[.,]0+)?$/.exec(text)?.[1];
  if (plain !== undefined) return plain.replace(/^0+(?=\d)/, '');
  if (!SCIENTIFIC.test(text)) return undefined;
  const value = Number(text.replace(',', '.'));
  return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
}

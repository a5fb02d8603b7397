/**
 * The meaning of a number in a workbook, as far as it affects what the author sees. `day`: a date, a time of day, or
 * both.
 */
export type NumberForm = 'plain' | 'day' | { readonly digits: number };

/** The year from which days are counted: 1900, or on old Macintosh computers 1904. */
export type Epoch = 1900 | 1904;

/** The meaning of the number format `id`: of its `code` if the workbook defines it, or else of the standard. */
export function formOf(id: number, code: string | undefined): NumberForm {
  if (code === undefined) return DAY_FORMATS.some(([first, last]) => first <= id && id <= last) ? 'day' : 'plain';
  if (/^0{2,15}$/.test(code)) return { digits: code.length };
  // Text in quotes, after a backslash and in brackets is literal. The part after `;` is for negative numbers.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/;.*/s, '')
    .replace(/\.0+/g, '')
    .toLowerCase();
  return !/general|[0#?]/.test(bare) && /[ydehs]|^m+$/.test(bare) ? 'day' : 'plain';
}

/** The number `source` of a workbook as the author sees it; dates are month/day/year. */
export function numberText(source: string, form: NumberForm, epoch: Epoch): string {
  const value = Number(source);
  if (source.trim() === '' || !Number.isFinite(value)) return source;
  if (form === 'day') return dayText(value, epoch) ?? plainText(source, value);
  return form === 'plain' ? plainText(source, value) : plainText(source, value).padStart(form.digits, '0');
}

/** `2020-03-27T00:00:00Z`, as some programs write dates, as month/day/year; other texts unchanged. */
export function isoDayText(source: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(source);
  return match === null ? source : `${Number(match[2])}/${Number(match[3])}/${match[1]}`;
}

/** For formats without a code in the file. The formats 27 to 58 are dates and times in East Asian languages. */
const DAY_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** With the 15 digits that Excel shows, so that 0.1 + 0.2 is 0.3. */
function plainText(source: string, value: number): string {
  return /^-?\d{1,15}$/.test(source) ? source : String(Number(value.toPrecision(15)));
}

const SECONDS = 24 * 60 * 60;
/** December 31, 9999. */
const LAST_DAY = 2_958_465;

/** `undefined` if the date doesn't exist. */
function dayText(value: number, epoch: Epoch): string | undefined {
  const seconds = Math.round(value * SECONDS);
  const day = Math.floor(seconds / SECONDS);
  if (day < 0 || day > LAST_DAY) return undefined;
  const time = timeText(seconds - day * SECONDS);
  // A time of day without a date is on day 0, which isn't a date in the 1900 system.
  if (day === 0 && (time !== '' || epoch === 1900)) return time || undefined;
  return time === '' ? calendarDay(day, epoch) : `${calendarDay(day, epoch)} ${time}`;
}

/** Empty at midnight, which is the time of a date without a time. */
function timeText(seconds: number): string {
  if (seconds === 0) return '';
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return rest === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${rest}`;
}

function calendarDay(day: number, epoch: Epoch): string {
  // For Excel, 1900 was a leap year: day 60 is February 29, and all days before it are off by one.
  if (epoch === 1900 && day === 60) return '2/29/1900';
  const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(start + day * SECONDS * 1000);
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
}

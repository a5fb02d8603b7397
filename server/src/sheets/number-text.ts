/** How a number in a workbook is meant, as far as it changes what an author sees. `day`: a day, a time of day, or both. */
export type NumberForm = 'plain' | 'day' | { readonly digits: number };

/** Which year the days are counted from: 1900, or on an old Macintosh 1904. */
export type Epoch = 1900 | 1904;

/** The form that the format number `id` stands for: `code` where the workbook says it, and otherwise what the standard says. */
export function formOf(id: number, code: string | undefined): NumberForm {
  if (code === undefined) return DAY_FORMATS.some(([first, last]) => first <= id && id <= last) ? 'day' : 'plain';
  if (/^0{2,15}$/.test(code)) return { digits: code.length };
  // Text between quotes, behind a backslash and in brackets is shown as it is; what follows `;` is for negative numbers.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/;.*/s, '')
    .replace(/\.0+/g, '')
    .toLowerCase();
  return !/general|[0#?]/.test(bare) && /[ydehs]|^m+$/.test(bare) ? 'day' : 'plain';
}

/** The number that a workbook holds as `source`, as an author sees it; a day is month/day/year. */
export function numberText(source: string, form: NumberForm, epoch: Epoch): string {
  const value = Number(source);
  if (source.trim() === '' || !Number.isFinite(value)) return source;
  if (form === 'day') return dayText(value, epoch) ?? plainText(source, value);
  return form === 'plain' ? plainText(source, value) : plainText(source, value).padStart(form.digits, '0');
}

/** `2020-03-27T00:00:00Z`, as some programs write a day, as month/day/year; any other text as it is. */
export function isoDayText(source: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(source);
  return match === null ? source : `${Number(match[2])}/${Number(match[3])}/${match[1]}`;
}

/** Of the formats that have no code in the file. Those from 27 to 58 are days and times in East Asian languages. */
const DAY_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** With the 15 digits that Excel shows: 0.1 + 0.2 is 0.3. */
function plainText(source: string, value: number): string {
  return /^-?\d{1,15}$/.test(source) ? source : String(Number(value.toPrecision(15)));
}

const SECONDS = 24 * 60 * 60;
/** December 31, 9999. */
const LAST_DAY = 2_958_465;

/** `undefined` when no calendar has the day. */
function dayText(value: number, epoch: Epoch): string | undefined {
  const seconds = Math.round(value * SECONDS);
  const day = Math.floor(seconds / SECONDS);
  if (day < 0 || day > LAST_DAY) return undefined;
  const time = timeText(seconds - day * SECONDS);
  // A time of day alone is one on day 0, which before 1904 is no day at all.
  if (day === 0 && (time !== '' || epoch === 1900)) return time || undefined;
  return time === '' ? calendarDay(day, epoch) : `${calendarDay(day, epoch)} ${time}`;
}

/** Empty at midnight, which is what a day without a time has. */
function timeText(seconds: number): string {
  if (seconds === 0) return '';
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return rest === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${rest}`;
}

function calendarDay(day: number, epoch: Epoch): string {
  // To Excel 1900 was a leap year: day 60 is February 29, and all days before it count from one day later.
  if (epoch === 1900 && day === 60) return '2/29/1900';
  const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(start + day * SECONDS * 1000);
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
}

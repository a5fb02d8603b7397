import { json } from './json.js';
import type { ReportFormat } from './report.js';
import { text } from './text.js';

/** All formats by name. */
export const formats = { text, json } as const satisfies Readonly<Record<string, ReportFormat>>;

export type FormatName = keyof typeof formats;

export const FORMAT_NAMES = Object.keys(formats) as readonly FormatName[];

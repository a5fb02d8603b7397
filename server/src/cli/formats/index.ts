import { full } from './full.js';
import { github } from './github.js';
import { json } from './json.js';
import { rdjson } from './rdjson.js';
import type { ReportFormat } from './report.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

/** All formats by name. */
export const formats = { text, full, json, github, sarif, rdjson } as const satisfies Readonly<
  Record<string, ReportFormat>
>;

export type FormatName = keyof typeof formats;

export const FORMAT_NAMES = Object.keys(formats) as readonly FormatName[];

/** The formats for people. In the others, an escape sequence would come from a page. */
export const COLORED_FORMATS: ReadonlySet<FormatName> = new Set(['text', 'full']);

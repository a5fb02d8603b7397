import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import { LANGUAGES, LANGUAGE_NAMES } from '../core/index.js';
import { MAX_WORDS } from './limits.js';

// The small variant of Zod has no messages by default. Without `jitless`, it would generate code at run time.
z.config({ ...english(), jitless: true });

/** The parts that the inputs and outputs of several tools have in common. */

/** A short text in an input. */
export const words = (description: string): z.ZodMiniString =>
  z.string().check(z.minLength(1), z.maxLength(MAX_WORDS), z.describe(description));

/** A number in an input: at most `most`. */
export const limit = (most: number, usual: number, what: string): z.ZodMiniOptional<z.ZodMiniNumberFormat> =>
  z.optional(
    z.int().check(z.minimum(1), z.maximum(most), z.describe(`The most ${what} to return; ${usual} if omitted`)),
  );

export const language = z.enum(LANGUAGES as [string, ...string[]]);

/** `en (English), de (German)`, for descriptions. */
export const LANGUAGE_LIST = LANGUAGES.map((id) => `${id} (${LANGUAGE_NAMES[id]})`).join(', ');

const position = z.object({
  line: z.int().check(z.describe('Starts at 1')),
  column: z.int().check(z.describe('Starts at 1, in UTF-16 code units')),
});

const range = z.object({ start: position, end: position });

export const edit = z.object({ range, newText: z.string() });

export const severity = z.enum(['error', 'warning', 'info', 'hint']);

export const problem = z.object({
  rule: z.string(),
  severity,
  message: z.string(),
  range,
  documentation: z.optional(z.string()),
  related: z.array(
    z.object({
      path: z.optional(z.string().check(z.describe('Omitted if it is the same file'))),
      line: z.optional(z.int().check(z.describe('Starts at 1'))),
      message: z.string(),
    }),
  ),
  omittedRelated: z.optional(z.int()),
  fixes: z.array(
    z.object({
      title: z.string(),
      isSafe: z.boolean().check(z.describe('A safe fix never changes what readers see. Any other fix is a suggestion')),
      isPreferred: z.boolean(),
      edits: z.array(edit).check(z.describe('All edits refer to the checked text and do not overlap')),
    }),
  ),
  omittedFixes: z.optional(z.int().check(z.describe('Fixes that are too many or too long'))),
});

export const counts = z.object({
  errors: z.int(),
  warnings: z.int(),
  infos: z.int(),
  hints: z.int(),
});

/** The schema of a result. */
export function result<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.object({
    note: z.string(),
    ...shape,
    warnings: z.array(z.string()).check(z.describe('What may be missing from this result, and why')),
  });
}

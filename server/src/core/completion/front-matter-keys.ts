import { defineMessages } from '../../messages/index.js';
import { audiencesOf, likelyValue, playbookKeys } from '../dialect/front-matter.js';
import type { Playbook } from '../model/playbook.js';
import { fieldNamed } from '../model/front-matter.js';
import { sliceOf } from '../text/span.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';
import type { KeyPlace } from '../features/caret-place.js';
import { KEY_PURPOSES, purposeOf } from '../features/purposes.js';
import { all, type CompletionRequest, type Completions } from './completion.js';
import { todayFor } from './days.js';

const texts = defineMessages('front-matter-keys', {
  required: { text: 'required', note: 'A key of the front matter that every page must have.' },
  recommended: { text: 'recommended', note: 'A key of the front matter that a page should have.' },
  optional: { text: 'optional', note: 'A key of the front matter that a page can have.' },
});

/** The missing keys of the front matter, in order, with their expected values. */
export function keyCompletions({ span, hasColon }: KeyPlace, request: CompletionRequest): Completions {
  const { playbook, offset } = request;
  const spec = playbook.vocabulary.frontMatter;
  const present = keysIn(playbook, playbook.lines.lineAt(offset));
  const range = { start: span.start, end: Math.max(span.end, offset) };
  return all(
    missingKeys(spec, present).map((key) => {
      const value = hasColon ? undefined : defaultFor(key, request);
      const documentation = purposeOf(KEY_PURPOSES, key);
      return {
        label: key,
        kind: 'key',
        detail: texts[needOf(key, spec)],
        ...(documentation !== undefined && { documentation }),
        edit: { span: range, newText: hasColon ? key : `${key}: ${value ?? ''}` },
        ...(value === undefined && !hasColon && { goesOn: true }),
      };
    }),
  );
}

/** Whether the key is required, recommended or optional. */
function needOf(key: string, { required, recommended }: FrontMatterSpec): keyof typeof texts {
  if (required.includes(key)) return 'required';
  return recommended.includes(key) ? 'recommended' : 'optional';
}

const NEEDS = ['required', 'recommended', 'optional'] as const;

function missingKeys(spec: FrontMatterSpec, present: ReadonlySet<string>): string[] {
  const keys = playbookKeys(spec).filter((key) => !present.has(key));
  return NEEDS.flatMap((need) => keys.filter((key) => needOf(key, spec) === need));
}

/** More lines than any front matter has. */
const MOST_LINES = 500;

/** The keys of the other lines. Read from the lines, because YAML can't parse incomplete front matter. */
function keysIn({ frontMatter, lines }: Playbook, ownLine: number): Set<string> {
  const first = frontMatter === undefined ? 1 : lines.lineAt(frontMatter.content.start);
  const keys = new Set<string>();
  for (let at = first; at < Math.min(lines.lineCount, first + MOST_LINES); at++) {
    const line = lines.lineText(at);
    if (/^---[ \t]*$/.test(line)) break;
    const key = /^([\w.-]+)[ \t]*:/.exec(line)?.[1];
    if (key !== undefined && at !== ownLine) keys.add(key);
  }
  return keys;
}

function defaultFor(key: string, request: CompletionRequest): string | undefined {
  const { playbook } = request;
  if (key === 'ms.date') return todayFor(undefined, request);
  if (key === 'description') return titleOf(playbook);
  return likelyValue(
    key,
    audiencesOf(playbook.frontMatter?.fields ?? [], playbook.vocabulary.frontMatter, playbook.text),
    { language: playbook.language, vocabulary: playbook.vocabulary, today: request.today },
  );
}

/** The title as written, with its quotes: most playbooks use it as their description. */
export function titleOf({ frontMatter, text }: Playbook): string | undefined {
  const title = fieldNamed(frontMatter, 'title')?.value;
  const source = title?.kind === 'scalar' ? sliceOf(text, title.span).trim() : '';
  return source === '' || /[\r\n]/.test(source) ? undefined : source;
}

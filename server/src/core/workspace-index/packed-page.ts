import { LineMap } from '../text/line-map.js';
import { packedData, unpackedData, type PackedData } from '../text/packed-data.js';
import { packedText, unpackedText, type PackedText } from '../text/packed-text.js';
import type { FilePath } from './file-path.js';
import type { PageSummary } from './page-summary.js';
import type { SharedValues } from './shared-values.js';

/** What many pages are asked about at once. */
type Resident = Pick<PageSummary, 'path' | 'isPlaybook' | 'language' | 'audience' | 'title' | 'fields' | 'homeLink'>;

type Details = Omit<PageSummary, keyof Resident | 'text' | 'lines' | 'tasks' | 'outline'>;

interface Parts {
  readonly resident: Resident;
  readonly text: PackedText;
  readonly tasks: PackedData;
  readonly details: PackedData;
}

/** The text and what was found out in it. */
interface Unpacked {
  readonly text: string;
  lines?: LineMap;
  details?: Details;
}

/** Told how much more memory a page needs from now on: 1 for its tasks, {@link DETAILS} for everything else. */
export type OnUnpack = (page: PackedPage, amount: number) => void;

const DETAILS = 3;

/**
 * The summary of a page in little memory. Its facts are unpacked when they are asked for, and stay unpacked: as long as
 * the page is the same object, so are its facts.
 */
export class PackedPage implements PageSummary {
  readonly path: FilePath;
  readonly isPlaybook: PageSummary['isPlaybook'];
  readonly language: PageSummary['language'];
  readonly audience: PageSummary['audience'];
  readonly title: PageSummary['title'];
  readonly fields: PageSummary['fields'];
  readonly homeLink: PageSummary['homeLink'];
  readonly #parts: Parts;
  readonly #onUnpack: OnUnpack;
  #tasks: PageSummary['tasks'] | undefined;
  #unpacked: Unpacked | undefined;

  private constructor(parts: Parts, onUnpack: OnUnpack) {
    const { path, isPlaybook, language, audience, title, fields, homeLink } = parts.resident;
    this.path = path;
    this.isPlaybook = isPlaybook;
    this.language = language;
    this.audience = audience;
    this.title = title;
    this.fields = fields;
    this.homeLink = homeLink;
    this.#parts = parts;
    this.#onUnpack = onUnpack;
  }

  static of(page: PageSummary, shared: SharedValues, onUnpack: OnUnpack): PackedPage {
    const { path, text, isPlaybook, language, audience, title, fields, homeLink, tasks } = page;
    const { headings, names, mentions, links, entries, refreshDays, phases, steps, shapes } = page;
    const details: Details = { headings, names, mentions, links, entries, refreshDays, phases, steps, shapes };
    const parts: Parts = {
      resident: {
        path,
        isPlaybook,
        language,
        audience: shared.list(audience),
        title: title && { value: shared.text(title.value), span: title.span },
        fields: shared.map(fields),
        homeLink: homeLink && shared.text(homeLink),
      },
      text: packedText(text),
      // A task can be on thousands of pages, whose texts aren't needed to compare them.
      tasks: packedData(tasks, ''),
      details: packedData(details, text),
    };
    return new PackedPage(parts, onUnpack);
  }

  /** The same page, without the memory that its unpacked facts need. */
  packedAgain(): PackedPage {
    return new PackedPage(this.#parts, this.#onUnpack);
  }

  /** The same page, for somebody who needs its facts once: it isn't known that they are unpacked. */
  copy(): PackedPage {
    return new PackedPage(this.#parts, () => undefined);
  }

  get text(): string {
    return this.#unpacked?.text ?? unpackedText(this.#parts.text);
  }

  get lines(): LineMap {
    const known = this.#known;
    return (known.lines ??= LineMap.of(known.text));
  }

  get tasks(): PageSummary['tasks'] {
    if (this.#tasks === undefined) {
      this.#tasks = unpackedData(this.#parts.tasks, '') as PageSummary['tasks'];
      this.#onUnpack(this, 1);
    }
    return this.#tasks;
  }

  get headings(): PageSummary['headings'] {
    return this.#details.headings;
  }

  get names(): PageSummary['names'] {
    return this.#details.names;
  }

  get mentions(): PageSummary['mentions'] {
    return this.#details.mentions;
  }

  get links(): PageSummary['links'] {
    return this.#details.links;
  }

  get entries(): PageSummary['entries'] {
    return this.#details.entries;
  }

  get refreshDays(): PageSummary['refreshDays'] {
    return this.#details.refreshDays;
  }

  get phases(): PageSummary['phases'] {
    return this.#details.phases;
  }

  get steps(): PageSummary['steps'] {
    return this.#details.steps;
  }

  get shapes(): PageSummary['shapes'] {
    return this.#details.shapes;
  }

  get #details(): Details {
    const known = this.#known;
    return (known.details ??= unpackedData(this.#parts.details, known.text) as Details);
  }

  get #known(): Unpacked {
    if (this.#unpacked === undefined) {
      this.#unpacked = { text: this.text };
      this.#onUnpack(this, DETAILS);
    }
    return this.#unpacked;
  }
}

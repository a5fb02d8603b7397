import { LineMap } from '../text/line-map.js';
import type { FilePath } from './file-path.js';
import type { PageOutline, PageSummary } from './page-summary.js';
import { detailsIn, tasksIn, type StoredDetails, type StoredOutline, type StoredTasks } from './stored-facts.js';

/** Where the rest of a stored page comes from. */
export interface PageSource {
  /** The data of a part; `undefined` if it is damaged. */
  part(name: 'tasks' | 'details'): unknown;
  /** The text of the file. */
  text(): string;
  /** Reads the facts from the text. */
  summarize(): PageSummary;
}

/** The summary of a page that an earlier run read. Apart from its outline, each part is read when it is needed. */
export class StoredPage implements PageSummary {
  readonly path: FilePath;
  readonly outline: PageOutline;
  readonly isPlaybook: PageSummary['isPlaybook'];
  readonly language: PageSummary['language'];
  readonly audience: PageSummary['audience'];
  readonly title: PageSummary['title'];
  readonly fields: PageSummary['fields'];
  readonly #source: PageSource;
  #tasks: StoredTasks | undefined;
  #details: StoredDetails | undefined;
  #lines: LineMap | undefined;

  constructor(path: FilePath, outline: StoredOutline, source: PageSource) {
    this.path = path;
    this.outline = outline;
    this.isPlaybook = outline.isPlaybook;
    this.language = outline.language;
    this.audience = outline.audience;
    this.title = outline.title;
    this.fields = new Map(outline.fields);
    this.#source = source;
  }

  get text(): string {
    return this.#source.text();
  }

  get lines(): LineMap {
    return (this.#lines ??= LineMap.of(this.text));
  }

  get tasks(): PageSummary['tasks'] {
    return (this.#tasks ??= tasksIn(this.#source.part('tasks')) ?? this.#source.summarize()).tasks;
  }

  get headings(): PageSummary['headings'] {
    return this.#allDetails.headings;
  }

  get names(): PageSummary['names'] {
    return this.#allDetails.names;
  }

  get mentions(): PageSummary['mentions'] {
    return this.#allDetails.mentions;
  }

  get links(): PageSummary['links'] {
    return this.#allDetails.links;
  }

  get homeLink(): PageSummary['homeLink'] {
    return this.#allDetails.homeLink;
  }

  get entries(): PageSummary['entries'] {
    return this.#allDetails.entries;
  }

  get refreshDays(): PageSummary['refreshDays'] {
    return this.#allDetails.refreshDays;
  }

  get phases(): PageSummary['phases'] {
    return this.#allDetails.phases;
  }

  get steps(): PageSummary['steps'] {
    return this.#allDetails.steps;
  }

  get shapes(): PageSummary['shapes'] {
    return this.#allDetails.shapes;
  }

  get #allDetails(): StoredDetails {
    return (this.#details ??= detailsIn(this.#source.part('details')) ?? this.#source.summarize());
  }
}

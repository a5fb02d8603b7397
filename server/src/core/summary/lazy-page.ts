import { isPlaybook, saysPlaybook } from '../model/page-kind.js';
import type { Playbook, SourceText } from '../model/playbook.js';
import { readFrontMatter } from '../parse/front-matter.js';
import { parsePlaybook } from '../parse/playbook.js';
import { LineMap } from '../text/line-map.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import { entriesOf } from './catalogue-facts.js';
import { headingsOf } from './heading-facts.js';
import { homeLinkOf, linksOf, namesOf } from './link-facts.js';
import { mentionsOf } from './mention-facts.js';
import { audienceOf, fieldsOf, phasesOf, refreshDaysOf, titleOf } from './page-facts.js';
import { shapesOf } from './shape-facts.js';
import { stepFactsOf } from './step-facts.js';
import { tasksOf } from './task-facts.js';

/**
 * The same facts as those of `summarize`, each found when it is asked for. What the front matter says is known without
 * parsing the rest of the page.
 */
export class LazyPage implements PageSummary {
  readonly path: FilePath;
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly #uri: string;
  readonly #known: Partial<Known> = {};

  constructor(path: FilePath, { uri, text }: SourceText, vocabulary: Vocabulary) {
    this.path = path;
    this.text = text;
    this.vocabulary = vocabulary;
    this.#uri = uri;
  }

  get lines(): PageSummary['lines'] {
    return (this.#known.lines ??= LineMap.of(this.text));
  }

  get isPlaybook(): boolean {
    return (this.#known.isPlaybook ??= this.#isPlaybook());
  }

  get language(): PageSummary['language'] {
    return this.#playbook.language;
  }

  get audience(): PageSummary['audience'] {
    return (this.#known.audience ??= audienceOf(this.#top));
  }

  get title(): PageSummary['title'] {
    return (this.#known.title ??= { value: titleOf(this.#top) }).value;
  }

  get fields(): PageSummary['fields'] {
    return (this.#known.fields ??= this.isPlaybook ? fieldsOf(this.#top) : new Map());
  }

  get headings(): PageSummary['headings'] {
    return (this.#known.headings ??= headingsOf(this.#playbook));
  }

  get names(): PageSummary['names'] {
    return (this.#known.names ??= namesOf(this.#playbook));
  }

  get tasks(): PageSummary['tasks'] {
    return (this.#known.tasks ??= this.#ours(tasksOf));
  }

  get mentions(): PageSummary['mentions'] {
    return (this.#known.mentions ??= this.#ours(mentionsOf));
  }

  get links(): PageSummary['links'] {
    return (this.#known.links ??= linksOf(this.#playbook));
  }

  get homeLink(): PageSummary['homeLink'] {
    const find = (): string | undefined => (this.isPlaybook ? homeLinkOf(this.#playbook) : undefined);
    return (this.#known.homeLink ??= { value: find() }).value;
  }

  get entries(): PageSummary['entries'] {
    return (this.#known.entries ??= this.#ours(entriesOf));
  }

  get refreshDays(): PageSummary['refreshDays'] {
    return (this.#known.refreshDays ??= this.#ours(refreshDaysOf));
  }

  get phases(): PageSummary['phases'] {
    return (this.#known.phases ??= this.#ours(phasesOf));
  }

  get steps(): PageSummary['steps'] {
    return (this.#known.steps ??= this.#ours(stepFactsOf));
  }

  get shapes(): PageSummary['shapes'] {
    return (this.#known.shapes ??= this.#ours(shapesOf));
  }

  get #top(): Top {
    return (this.#known.top ??= { text: this.text, frontMatter: readFrontMatter(this.text) });
  }

  get #playbook(): Playbook {
    return (this.#known.playbook ??= parsePlaybook({ uri: this.#uri, text: this.text }, this.vocabulary));
  }

  #isPlaybook(): boolean {
    return saysPlaybook(this.#top) || (TABLE.test(this.text) && isPlaybook(this.#playbook));
  }

  #ours<Facts>(read: (playbook: Playbook) => readonly Facts[]): readonly Facts[] {
    return this.isPlaybook ? read(this.#playbook) : [];
  }
}

/** Without one of these characters, the page has no table. */
const TABLE = /[|｜]/;

type Top = Pick<Playbook, 'text' | 'frontMatter'>;

interface Known extends Mutable<Omit<PageSummary, 'path' | 'text' | 'title' | 'homeLink' | 'outline'>> {
  title: { readonly value: PageSummary['title'] };
  homeLink: { readonly value: PageSummary['homeLink'] };
  top: Top;
  playbook: Playbook;
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

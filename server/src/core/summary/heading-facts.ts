import { skeletonIdOf } from '../dialect/sections.js';
import { stepsOf } from '../dialect/steps.js';
import type { Heading } from '../model/headings.js';
import type { Playbook } from '../model/playbook.js';
import { memoized } from '../text/memo.js';
import { slugOf } from '../text/slug.js';
import type { Placed } from '../text/span.js';
import type { Language } from '../vocabulary/language.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { HeadingFact } from '../workspace-index/page-summary.js';

/** The headings that renderers recognize, in source order. */
export function headingsOf(playbook: Playbook): readonly Placed<HeadingFact>[] {
  const { headings, vocabulary, language } = playbook;
  const steps = new Set(stepsOf(playbook).map(({ heading }) => heading.value));
  return headings.map(({ start, value }) => ({
    start: start + value.content.start,
    value: (steps.has(value) ? stepFacts : otherFacts)(vocabulary)(language)(value),
  }));
}

type FactOf = (vocabulary: Vocabulary) => (language: Language) => (heading: Heading) => HeadingFact;

const otherFacts = factsWith(false);
const stepFacts = factsWith(true);

function factsWith(isStep: boolean): FactOf {
  return memoized((vocabulary: Vocabulary) => {
    const byLanguage = new Map<Language, (heading: Heading) => HeadingFact>();
    return (language: Language) => {
      let factOf = byLanguage.get(language);
      if (factOf === undefined)
        byLanguage.set(
          language,
          (factOf = memoized((heading: Heading) => readHeading(heading, isStep, vocabulary, language))),
        );
      return factOf;
    };
  });
}

function readHeading(heading: Heading, isStep: boolean, vocabulary: Vocabulary, language: Language): HeadingFact {
  const { level, text, content } = heading;
  return {
    level,
    text,
    slug: slugOf(text),
    section: skeletonIdOf(heading, vocabulary, language),
    isStep,
    span: { start: 0, end: content.end - content.start },
  };
}

import type { Ref } from 'preact';
import { defineTexts, format } from '../../shared/texts';
import { TASK_COLUMNS } from '../columns';
import type { TaskVersions, VersionPage } from '../protocol/messages';
import { Path } from '../parts/path';
import { PlainText } from '../parts/plain-text';
import { columnOf, FIELDS } from './places';
import { DifferenceSign } from './signs';
import { versionCounts, type VersionCounts } from './versions';

const texts = defineTexts('preview/version-header', {
  thisPage: { text: 'this page', note: 'After the name of a language: the page that is open in the panel.' },
  tasks: '{count, plural, one {# task} other {# tasks}}',
  differing: { text: '{count, number} different', note: 'How many tasks of a page differ from the first language.' },
  missing: { text: '{count, number} missing', note: 'How many tasks of the other languages a page does not have.' },
});

interface VersionHeaderProps {
  readonly versions: TaskVersions;
  /** The header element. The rows start below it. */
  readonly head: Ref<HTMLDivElement>;
}

/** Two rows: the languages with their counts, and the fields of each language. */
export function VersionHeader({ versions, head }: VersionHeaderProps) {
  const counts = versionCounts(versions);
  return (
    <div role="rowgroup" class="languages-head" ref={head}>
      <div role="row" aria-rowindex={1} class="languages-row">
        <div role="columnheader" aria-colindex={1} aria-rowspan={2} class="languages-id">
          {format(TASK_COLUMNS['task-id'].title)}
        </div>
        {versions.pages.map((page, index) => (
          <PageHeader key={page.uri} page={page} column={columnOf(index, 'name') + 1} counts={counts[index]} />
        ))}
      </div>
      <div role="row" aria-rowindex={2} class="languages-row fields">
        <div role="none" class="languages-id" />
        {versions.pages.map((page, index) => (
          <div role="none" key={page.uri} class="languages-version">
            {FIELDS.map((field) => (
              <div key={field} role="columnheader" aria-colindex={columnOf(index, field) + 1} class={field}>
                {format(TASK_COLUMNS[field === 'name' ? 'task-name' : field].title)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface PageHeaderProps {
  readonly page: VersionPage;
  readonly column: number;
  readonly counts: VersionCounts | undefined;
}

function PageHeader({ page: { languageName, file, isOwn }, column, counts }: PageHeaderProps) {
  return (
    <div role="columnheader" aria-colindex={column} aria-colspan={FIELDS.length} class="languages-page">
      <span class="languages-name">
        <b>
          <PlainText text={languageName} />
        </b>{' '}
        {isOwn && <span class="languages-own">{texts.thisPage}</span>}
      </span>{' '}
      <span class="languages-file">
        <Path path={file} />
      </span>{' '}
      {counts && <Counts counts={counts} />}
    </div>
  );
}

function Counts({ counts: { tasks, differing, missing } }: { readonly counts: VersionCounts }) {
  return (
    <span class="languages-counts">
      <span>{texts.tasks({ count: tasks })}</span>{' '}
      {differing > 0 && (
        <span class="differs">
          <DifferenceSign kind="differs" />
          {texts.differing({ count: differing })}
        </span>
      )}{' '}
      {missing > 0 && (
        <span class="missing">
          <DifferenceSign kind="missing" />
          {texts.missing({ count: missing })}
        </span>
      )}
    </span>
  );
}

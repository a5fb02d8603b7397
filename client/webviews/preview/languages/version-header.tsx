import type { Ref } from 'preact';
import type { TaskVersions, VersionPage } from '../protocol/messages';
import type { LanguagesTexts, PreviewTexts } from '../protocol/texts';
import { filled } from '../parts/filled';
import { Path } from '../parts/path';
import { PlainText } from '../parts/plain-text';
import { columnOf, FIELDS } from './places';
import { DifferenceSign } from './signs';
import { versionCounts, type VersionCounts } from './versions';

interface VersionHeaderProps {
  readonly versions: TaskVersions;
  readonly texts: PreviewTexts;
  /** The header element. The rows start below it. */
  readonly head: Ref<HTMLDivElement>;
}

/** Two rows: the languages with their counts, and the fields of each language. */
export function VersionHeader({ versions, texts, head }: VersionHeaderProps) {
  const counts = versionCounts(versions);
  return (
    <div role="rowgroup" class="languages-head" ref={head}>
      <div role="row" aria-rowindex={1} class="languages-row">
        <div role="columnheader" aria-colindex={1} aria-rowspan={2} class="languages-id">
          {texts.columns['task-id']}
        </div>
        {versions.pages.map((page, index) => (
          <PageHeader
            key={page.uri}
            page={page}
            column={columnOf(index, 'name') + 1}
            counts={counts[index]}
            texts={texts.languages}
          />
        ))}
      </div>
      <div role="row" aria-rowindex={2} class="languages-row fields">
        <div role="none" class="languages-id" />
        {versions.pages.map((page, index) => (
          <div role="none" key={page.uri} class="languages-version">
            {FIELDS.map((field) => (
              <div key={field} role="columnheader" aria-colindex={columnOf(index, field) + 1} class={field}>
                {texts.columns[field === 'name' ? 'task-name' : field]}
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
  readonly texts: LanguagesTexts;
}

function PageHeader({ page: { languageName, file, isOwn }, column, counts, texts }: PageHeaderProps) {
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
      {counts && <Counts counts={counts} texts={texts} />}
    </div>
  );
}

function Counts({
  counts: { tasks, differing, missing },
  texts,
}: {
  readonly counts: VersionCounts;
  readonly texts: LanguagesTexts;
}) {
  return (
    <span class="languages-counts">
      <span>{tasks === 1 ? texts.oneTask : filled(texts.tasks, tasks)}</span>{' '}
      {differing > 0 && (
        <span class="differs">
          <DifferenceSign kind="differs" />
          {filled(texts.differing, differing)}
        </span>
      )}{' '}
      {missing > 0 && (
        <span class="missing">
          <DifferenceSign kind="missing" />
          {filled(texts.missing, missing)}
        </span>
      )}
    </span>
  );
}

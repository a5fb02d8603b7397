import { defineTexts } from '../../shared/texts';
import type { TaskVersion, VersionedTask, VersionPage } from '../protocol/messages';
import { ObligationBadge } from '../parts/obligation-badge';
import { PlainText } from '../parts/plain-text';
import { plainText } from '../parts/plain-pieces';
import { columnOf, FIELDS, type Field } from './places';
import { DifferenceSign } from './signs';
import { taskDifferences } from './versions';

const texts = defineTexts('preview/version-row', {
  missing: { text: 'missing', note: 'After the ID of a task that some languages do not have.' },
  differs: { text: 'differs', note: 'After the ID of a task that is not the same in all languages. A verb.' },
  broken: { text: 'broken', note: 'After the ID of a task whose row in a table is broken. Short.' },
  brokenRow: { text: 'broken row', note: 'Before the name of a task. Its row in a table is broken.' },
  missingIn: { text: 'Missing in {language}', note: 'A task. {language} is the name of a language.' },
  differsFrom: { text: 'Differs from {language}', note: 'A cell. {language} is the name of a language.' },
  spokenDifference: {
    text: 'Differs from {language}:',
    note: 'Read by screen readers before the text of a cell. {language} is the name of a language.',
  },
  empty: { text: 'empty', note: 'Read by screen readers for an empty cell.' },
});

interface VersionRowProps {
  readonly task: VersionedTask;
  readonly row: number;
  /** In pixels. */
  readonly top: number;
  /** The column that Tab reaches; `null` if it is in another row. */
  readonly activeColumn: number | null;
  readonly pages: readonly VersionPage[];
}

/** A task in all languages. Each page has two lines: the name, and the other fields below it. */
export function VersionRow({ task, row, top, activeColumn, pages }: VersionRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={row + 3}
      data-row={row}
      class={rowClass(row, activeColumn)}
      style={{ top: `${top}px` }}
    >
      <div role="rowheader" {...cellAttributes(0, activeColumn)} class="languages-id">
        <span class="id">
          <PlainText text={task.id} limit={60} />
        </span>{' '}
        <TaskNote task={task} />
      </div>
      {pages.map((page, index) => (
        <div key={page.uri} role="none" class="languages-version">
          <Version version={task.versions[index] ?? null} page={index} pages={pages} activeColumn={activeColumn} />
        </div>
      ))}
    </div>
  );
}

function rowClass(row: number, activeColumn: number | null): string {
  return `languages-row${row % 2 === 0 ? '' : ' odd'}${activeColumn === null ? '' : ' active'}`;
}

/** A sign at the left, which is always visible, for differences further to the right. */
function TaskNote({ task }: { readonly task: VersionedTask }) {
  const { differing, missing, broken } = taskDifferences(task);
  if (missing > 0)
    return (
      <span class="languages-note missing">
        <DifferenceSign kind="missing" />
        {texts.missing}
      </span>
    );
  if (broken > 0)
    return (
      <span class="languages-note missing">
        <DifferenceSign kind="broken" />
        {texts.broken}
      </span>
    );
  if (differing > 0)
    return (
      <span class="languages-note differs">
        <DifferenceSign kind="differs" />
        {texts.differs}
      </span>
    );
  return null;
}

interface VersionProps {
  readonly version: TaskVersion | null;
  readonly page: number;
  readonly pages: readonly VersionPage[];
  readonly activeColumn: number | null;
}

function Version({ version, page, pages, activeColumn }: VersionProps) {
  if (version === null) return <Missing page={page} pages={pages} activeColumn={activeColumn} />;
  return (
    <>
      {FIELDS.map((field) => {
        const differs = field !== 'name' && version.differs.includes(field);
        return (
          <div
            key={field}
            role="gridcell"
            {...cellAttributes(columnOf(page, field), activeColumn)}
            class={differs ? `${field} differs` : field}
            title={differs ? undefined : titleOf(version, field)}
          >
            {differs && <Difference language={pages[0]?.language ?? 'en'} />}
            {version.isBroken && field === 'name' && <Broken />}
            <FieldText version={version} field={field} />
          </div>
        );
      })}
    </>
  );
}

/** A cell as wide as all fields. */
function Missing({ page, pages, activeColumn }: Omit<VersionProps, 'version'>) {
  return (
    <div
      role="gridcell"
      aria-colspan={FIELDS.length}
      {...cellAttributes(columnOf(page, 'name'), activeColumn)}
      class="whole missing"
    >
      <DifferenceSign kind="missing" />
      {texts.missingIn({ language: { language: pages[page]?.language ?? 'en' } })}
    </div>
  );
}

/** The cells of the row are unknown, not empty. */
function Broken() {
  return (
    <span class="languages-broken">
      <DifferenceSign kind="broken" />
      {`${texts.brokenRow} `}
    </span>
  );
}

/** `language`: of the page that the others are compared with. */
function Difference({ language }: { readonly language: string }) {
  return (
    <span class="languages-difference" title={texts.differsFrom({ language: { language } })}>
      <DifferenceSign kind="differs" />
      <span class="hidden">{`${texts.spokenDifference({ language: { language } })} `}</span>
    </span>
  );
}

function FieldText({ version, field }: { readonly version: TaskVersion; readonly field: Field }) {
  const text = textOf(version, field);
  if (text === '')
    return (
      <>
        <span class="languages-empty" aria-hidden="true">
          –
        </span>
        <span class="hidden">{texts.empty}</span>
      </>
    );
  if (field === 'mo') return <ObligationBadge letter={version.letter} obligation={version.obligation} />;
  return (
    <span class="text">
      <PlainText text={text} limit={200} />
    </span>
  );
}

function textOf({ name, letter, role, services }: TaskVersion, field: Field): string {
  return { name, mo: letter, role, services }[field];
}

function titleOf(version: TaskVersion, field: Field): string {
  return plainText(textOf(version, field));
}

function cellAttributes(column: number, activeColumn: number | null) {
  return { 'aria-colindex': column + 1, 'data-column': column, tabIndex: column === activeColumn ? 0 : -1 };
}

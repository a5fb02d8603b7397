import type { PreviewCell, PreviewProblem, PreviewRow, PreviewTerms } from '../protocol/messages';
import type { PreviewTexts } from '../protocol/texts';
import { partsOf, shownText, sortedProblems, worstOf, type Column, type ColumnName, type Severity } from '../columns';
import { cellOf } from '../model/places';
import type { Tasks } from '../model/tasks';
import { fitsMeaning, fittingWords } from '../model/widths';
import { Chip } from '../parts/chip';
import { filled } from '../parts/filled';
import { Icon } from '../parts/icon';
import { ObligationBadge } from '../parts/obligation-badge';
import { Path } from '../parts/path';
import { plainText } from '../parts/plain-pieces';
import { PlainText } from '../parts/plain-text';

interface CellContentProps {
  readonly tasks: Tasks;
  readonly row: number;
  readonly column: Column;
  /** In digits. */
  readonly width: number;
  readonly texts: PreviewTexts;
}

/** The content of a cell. */
export function CellContent({ tasks, row, column, width, texts }: CellContentProps) {
  const { id, look } = column;
  const found = tasks.row(row);
  switch (look.kind) {
    case 'text':
      return <PlainText text={tasks.text(row, id)} />;
    case 'path':
      return <Path path={tasks.text(row, id)} />;
    case 'source':
      return <Linked cell={cellOf(tasks, row, id)} column={id} texts={texts} />;
    case 'letter':
      return (
        <Letter cell={cellOf(tasks, row, id)} obligation={found?.obligation ?? null} width={width} texts={texts} />
      );
    case 'words':
      return <Words cell={found ? look.terms(found) : null} tasks={tasks} width={width} texts={texts} />;
    case 'problems':
      return <ProblemCount problems={found?.problems ?? []} texts={texts} />;
    case 'actions':
      return <MenuButton texts={texts} />;
  }
}

/** The messages about a cell or a whole row. */
export function problemsAt(row: PreviewRow | undefined, column: ColumnName): readonly PreviewProblem[] {
  const problems = row?.problems ?? [];
  return sortedProblems(column === 'problems' ? problems : problems.filter((problem) => problem.column === column));
}

export function severityAt(row: PreviewRow | undefined, column: ColumnName): Severity | undefined {
  return column === 'problems' ? undefined : worstOf(problemsAt(row, column));
}

/** For screen readers and tooltips. */
export function spokenProblems(problems: readonly PreviewProblem[], { severity }: PreviewTexts): string {
  return problems.map((problem) => `${severity[problem.severity]}: ${plainText(problem.message)}`).join('\n');
}

/** Links don't navigate by themselves. The extension decides what to open. */
function Linked({
  cell,
  column,
  texts,
}: {
  readonly cell: PreviewCell | null;
  readonly column: ColumnName;
  readonly texts: PreviewTexts;
}) {
  const whole = shownText(cell);
  if (cell === null || whole === '') return <Empty texts={texts} />;
  return (
    <span class="text" title={plainText(whole)}>
      {partsOf(cell)
        .slice(0, MOST_PARTS)
        .map(({ text, href }, part) =>
          href === undefined ? (
            <PlainText key={part} text={text} />
          ) : (
            <span
              key={part}
              role="link"
              class="link"
              data-link={part}
              data-column-name={column}
              title={filled(texts.rows.openLink, plainText(href, 200))}
            >
              <PlainText text={text} />
            </span>
          ),
        )}
    </span>
  );
}

/** The maximum number of words shown in a cell. */
const MOST_PARTS = 60;

function Letter({
  cell,
  obligation,
  width,
  texts,
}: {
  readonly cell: PreviewCell | null;
  readonly obligation: PreviewRow['obligation'];
  readonly width: number;
  readonly texts: PreviewTexts;
}) {
  if (cell === null || cell.source === '') return <Empty texts={texts} />;
  const isShort = !fitsMeaning(texts.obligation, width);
  return <ObligationBadge letter={shownText(cell)} obligation={obligation} texts={texts} isShort={isShort} />;
}

function Words({
  cell,
  tasks,
  width,
  texts,
}: {
  readonly cell: PreviewTerms | null;
  readonly tasks: Tasks;
  readonly width: number;
  readonly texts: PreviewTexts;
}) {
  const terms = cell?.terms ?? [];
  if (terms.length === 0) return <Empty texts={texts} />;
  const fitting = fittingWords(
    terms.map(({ text }) => text),
    width,
  );
  const rest = terms.slice(fitting);
  return (
    <span class="words">
      {terms.slice(0, fitting).map(({ text, id }, index) => (
        <Chip
          key={index}
          text={text}
          isKnown={id !== null}
          title={id === null ? filled(texts.rows.unknownWord, plainText(text)) : tasks.label(id)}
        />
      ))}
      {rest.length > 0 && (
        <span class="chip more" title={rest.map(({ text }) => plainText(text)).join('\n')}>
          <span aria-hidden="true">+{rest.length}</span>
          <span class="hidden">{rest.map(({ text }) => plainText(text)).join(', ')}</span>
        </span>
      )}
    </span>
  );
}

function ProblemCount({
  problems,
  texts,
}: {
  readonly problems: readonly PreviewProblem[];
  readonly texts: PreviewTexts;
}) {
  const worst = worstOf(problems);
  if (worst === undefined) return null;
  return (
    <span class={`problem-count ${worst}`}>
      <Icon name={worst} />
      <span aria-hidden="true">{problems.length}</span>
      <span class="hidden">
        {problems.length === 1 ? texts.rows.oneProblem : filled(texts.rows.problems, problems.length)}
      </span>
    </span>
  );
}

function MenuButton({ texts: { actions } }: { readonly texts: PreviewTexts }) {
  return (
    <button type="button" class="row-menu" tabIndex={-1} data-menu aria-label={actions.menu} title={actions.menu}>
      <Icon name="more" />
    </button>
  );
}

function Empty({ texts }: { readonly texts: PreviewTexts }) {
  return (
    <span class="empty">
      <span class="plain" aria-hidden="true">
        –
      </span>
      <span class="hidden">{texts.rows.empty}</span>
    </span>
  );
}

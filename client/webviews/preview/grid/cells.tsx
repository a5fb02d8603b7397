import { defineTexts, format } from '../../shared/texts';
import type { PreviewCell, PreviewProblem, PreviewRow, PreviewTerms } from '../protocol/messages';
import { partsOf, shownText, sortedProblems, worstOf, type Column, type ColumnName, type Severity } from '../columns';
import { cellOf } from '../model/places';
import type { Tasks } from '../model/tasks';
import { fitsMeaning, fittingWords } from '../model/widths';
import { Chip } from '../parts/chip';
import { Icon } from '../parts/icon';
import { ObligationBadge } from '../parts/obligation-badge';
import { Path } from '../parts/path';
import { plainText } from '../parts/plain-pieces';
import { PlainText } from '../parts/plain-text';
import { ROW_MENU } from './row-menu';

const texts = defineTexts('preview/cells', {
  openLink: { text: 'Open link: {target}', note: 'Tooltip of a link. {target} is a URL or a path.' },
  unknownWord: {
    text: 'Unknown word: {word}',
    note: 'Tooltip of a role or service that is not in the list of known words.',
  },
  problems: '{count, plural, one {# problem} other {# problems}}',
  spokenProblem: {
    text: '{severity, select, error {Error: {message}} warning {Warning: {message}} info {Information: {message}} other {Hint: {message}}}',
    note: '{message} is a full sentence. Read by screen readers.',
  },
  empty: { text: 'Empty', note: 'Read by screen readers for an empty cell.' },
});

interface CellContentProps {
  readonly tasks: Tasks;
  readonly row: number;
  readonly column: Column;
  /** In digits. */
  readonly width: number;
}

/** The content of a cell. */
export function CellContent({ tasks, row, column, width }: CellContentProps) {
  const { id, look } = column;
  const found = tasks.row(row);
  switch (look.kind) {
    case 'text':
      return <PlainText text={tasks.text(row, id)} />;
    case 'path':
      return <Path path={tasks.text(row, id)} />;
    case 'source':
      return <Linked cell={cellOf(tasks, row, id)} column={id} />;
    case 'letter':
      return <Letter cell={cellOf(tasks, row, id)} obligation={found?.obligation ?? null} width={width} />;
    case 'words':
      return <Words cell={found ? look.terms(found) : null} tasks={tasks} width={width} />;
    case 'problems':
      return <ProblemCount problems={found?.problems ?? []} />;
    case 'actions':
      return <MenuButton />;
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
export function spokenProblems(problems: readonly PreviewProblem[]): string {
  return problems
    .map(({ severity, message }) => texts.spokenProblem({ severity, message: plainText(message) }))
    .join('\n');
}

/** Links don't navigate by themselves. The extension decides what to open. */
function Linked({ cell, column }: { readonly cell: PreviewCell | null; readonly column: ColumnName }) {
  const whole = shownText(cell);
  if (cell === null || whole === '') return <Empty />;
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
              title={texts.openLink({ target: plainText(href, 200) })}
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
}: {
  readonly cell: PreviewCell | null;
  readonly obligation: PreviewRow['obligation'];
  readonly width: number;
}) {
  if (cell === null || cell.source === '') return <Empty />;
  const isShort = !fitsMeaning(width, format);
  return <ObligationBadge letter={shownText(cell)} obligation={obligation} isShort={isShort} />;
}

function Words({
  cell,
  tasks,
  width,
}: {
  readonly cell: PreviewTerms | null;
  readonly tasks: Tasks;
  readonly width: number;
}) {
  const terms = cell?.terms ?? [];
  if (terms.length === 0) return <Empty />;
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
          title={id === null ? texts.unknownWord({ word: plainText(text) }) : tasks.label(id)}
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

function ProblemCount({ problems }: { readonly problems: readonly PreviewProblem[] }) {
  const worst = worstOf(problems);
  if (worst === undefined) return null;
  return (
    <span class={`problem-count ${worst}`}>
      <Icon name={worst} />
      <span aria-hidden="true">{problems.length}</span>
      <span class="hidden">{texts.problems({ count: problems.length })}</span>
    </span>
  );
}

function MenuButton() {
  return (
    <button type="button" class="row-menu" tabIndex={-1} data-menu aria-label={ROW_MENU} title={ROW_MENU}>
      <Icon name="more" />
    </button>
  );
}

function Empty() {
  return (
    <span class="empty">
      <span class="plain" aria-hidden="true">
        –
      </span>
      <span class="hidden">{texts.empty}</span>
    </span>
  );
}

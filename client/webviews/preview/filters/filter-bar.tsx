import type { RefObject } from 'preact';
import { defineTexts } from '../../shared/texts';
import { filtersOf } from '../columns';
import { isFiltering, NO_FILTERS, type Filters } from '../model/filters';
import { usePanel } from '../panel';
import { Icon } from '../parts/icon';
import { useShownTasks } from '../shown-tasks';
import { FacetMenu } from './facet-menu';

const texts = defineTexts('preview/filter-bar', {
  bar: { text: 'Filters', note: 'Label of a group of filters. A noun.' },
  label: { text: 'Filter the tasks', note: 'Label of a field for words. Read by screen readers.' },
  hint: { text: 'Filter: words that a task must contain', note: 'In the empty field.' },
  clearText: 'Clear the filter text',
  problemsOnly: { text: 'With problems only', note: 'A button that hides tasks without problems.' },
  clear: 'Clear filters',
  tasks: '{count, plural, one {# task} other {# tasks}}',
  someTasks: { text: '{shown, number} of {total, number} tasks', note: 'How many tasks match the filters.' },
});

/** The filters, and the number of tasks that match. */
export function FilterBar({ input }: { readonly input: RefObject<HTMLInputElement> }) {
  const { dispatch } = usePanel();
  const { tasks, filters, rows } = useShownTasks();
  const onFilters = (next: Filters): void => dispatch({ type: 'look', change: { filters: next } });
  return (
    <div class="filters" role="search" aria-label={texts.bar}>
      <TextFilter
        text={filters.text}
        input={input}
        onText={(text) => onFilters({ ...filters, text })}
        onDown={() => dispatch({ type: 'focus', line: null })}
      />
      {filtersOf(tasks.preview).map((column) => (
        <FacetMenu key={column.id} column={column} tasks={tasks} filters={filters} onFilters={onFilters} />
      ))}
      <button
        type="button"
        class={filters.hasProblems ? 'pill active' : 'pill'}
        aria-pressed={filters.hasProblems}
        onClick={() => onFilters({ ...filters, hasProblems: !filters.hasProblems })}
      >
        {texts.problemsOnly}
      </button>
      {isFiltering(filters) && (
        <button type="button" class="plain-button" onClick={() => onFilters(NO_FILTERS)}>
          {texts.clear}
        </button>
      )}
      <p class="count" role="status">
        {countText(rows.length, tasks.count)}
      </p>
    </div>
  );
}

interface TextFilterProps {
  readonly text: string;
  readonly input: RefObject<HTMLInputElement>;
  readonly onText: (text: string) => void;
  /** Moves the focus from the field to the grid. */
  readonly onDown: () => void;
}

function TextFilter({ text, input, onText, onDown }: TextFilterProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape' && text !== '') onText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clear = (): void => {
    onText('');
    input.current?.focus();
  };
  return (
    <span class="text-filter">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        value={text}
        placeholder={texts.hint}
        aria-label={texts.label}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <button type="button" class="clear" aria-label={texts.clearText} title={texts.clearText} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

function countText(shown: number, total: number): string {
  return shown === total ? texts.tasks({ count: total }) : texts.someTasks({ shown, total });
}

import type { RefObject } from 'preact';
import { filtersOf } from '../columns';
import type { PreviewTexts } from '../protocol/texts';
import { isFiltering, NO_FILTERS, type Filters } from '../model/filters';
import type { Tasks } from '../model/tasks';
import { filled } from '../parts/filled';
import { Icon } from '../parts/icon';
import { FacetMenu } from './facet-menu';

interface FilterBarProps {
  readonly texts: PreviewTexts;
  readonly tasks: Tasks;
  readonly filters: Filters;
  /** The number of tasks that match. */
  readonly shown: number;
  readonly input: RefObject<HTMLInputElement>;
  readonly onFilters: (filters: Filters) => void;
  /** Moves the focus from the field to the grid. */
  readonly onDown: () => void;
}

/** The filters, and the number of tasks that match. */
export function FilterBar({ texts, tasks, filters, shown, input, onFilters, onDown }: FilterBarProps) {
  const { filters: own } = texts;
  return (
    <div class="filters" role="search" aria-label={own.bar}>
      <TextFilter
        texts={own}
        text={filters.text}
        input={input}
        onText={(text) => onFilters({ ...filters, text })}
        onDown={onDown}
      />
      {filtersOf(tasks.preview).map((column) => (
        <FacetMenu
          key={column.id}
          column={column}
          texts={texts}
          tasks={tasks}
          filters={filters}
          onFilters={onFilters}
        />
      ))}
      <button
        type="button"
        class={filters.hasProblems ? 'pill active' : 'pill'}
        aria-pressed={filters.hasProblems}
        onClick={() => onFilters({ ...filters, hasProblems: !filters.hasProblems })}
      >
        {own.problemsOnly}
      </button>
      {isFiltering(filters) && (
        <button type="button" class="plain-button" onClick={() => onFilters(NO_FILTERS)}>
          {own.clear}
        </button>
      )}
      <p class="count" role="status">
        {countText(shown, tasks.count, texts)}
      </p>
    </div>
  );
}

interface TextFilterProps {
  readonly texts: PreviewTexts['filters'];
  readonly text: string;
  readonly input: RefObject<HTMLInputElement>;
  readonly onText: (text: string) => void;
  readonly onDown: () => void;
}

function TextFilter({ texts, text, input, onText, onDown }: TextFilterProps) {
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
        placeholder={texts.textHint}
        aria-label={texts.text}
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

function countText(shown: number, total: number, { filters: texts }: PreviewTexts): string {
  if (shown !== total) return filled(texts.someTasks, shown, total);
  return total === 1 ? texts.oneTask : filled(texts.tasks, total);
}

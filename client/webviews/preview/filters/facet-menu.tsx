import { defineTexts, format, numberText } from '../../shared/texts';
import { BROKEN, NO_VALUE, type FilterColumn } from '../columns';
import { facetValues, toggledFacet, withFacet, type Filters } from '../model/filters';
import type { Tasks } from '../model/tasks';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';
import { plainText } from '../parts/plain-pieces';

const texts = defineTexts('preview/facet-menu', {
  chosen: { text: '{filter}: {count, number} selected', note: '{filter} is the header of a column: Role.' },
  clear: 'Clear filters',
  noValues: { text: 'No values', note: 'In a menu that would list the values of a column.' },
  none: { text: '(none)', note: 'In a list of roles, services or other values: tasks without a value.' },
  broken: { text: '(broken row)', note: 'In a list of roles or services: rows whose cells are not in their columns.' },
});

interface FacetMenuProps {
  readonly column: FilterColumn;
  readonly tasks: Tasks;
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** The values of a column with the number of tasks for each. Any number of values can be selected. */
export function FacetMenu({ column, tasks, filters, onFilters }: FacetMenuProps) {
  const { id, title } = column;
  const name = format(title);
  const chosen = filters.facets[id] ?? [];
  const itemsOf = (): readonly MenuItem[] => {
    const labelOf = labelsFor(column, tasks);
    const values = facetValues(tasks, filters, id)
      .map((one) => ({ ...one, label: labelOf(one.value) }))
      .sort((a, b) => Number(isWord(b.value)) - Number(isWord(a.value)) || collator.compare(a.label, b.label));
    const choices = values.map(({ value, label, count }) => ({
      label,
      note: numberText(count),
      isChecked: chosen.includes(value),
      isSticky: true,
      run: () => onFilters(toggledFacet(filters, id, value)),
    }));
    return chosen.length === 0
      ? choices
      : [...choices, { title: '' }, { label: texts.clear, run: () => onFilters(withFacet(filters, id, [])) }];
  };
  const label = chosen.length === 0 ? name : texts.chosen({ filter: title, count: chosen.length });
  return (
    <MenuButton label={label} itemsOf={itemsOf} isActive={chosen.length > 0} empty={texts.noValues} look="pill">
      <span class="pill-text">{name}</span>
      {chosen.length > 0 && <span class="pill-count">{chosen.length}</span>}
    </MenuButton>
  );
}

/** The displayed name of each value. */
function labelsFor({ filter }: FilterColumn, tasks: Tasks): (value: string) => string {
  const known = new Map([
    [BROKEN, texts.broken],
    [NO_VALUE, texts.none],
  ]);
  return (value) => {
    const label = filter.labels.get(value);
    return label === undefined ? (known.get(value) ?? plainText(tasks.label(value), 80)) : format(label);
  };
}

function isWord(value: string): boolean {
  return value !== NO_VALUE && value !== BROKEN;
}

const collator = new Intl.Collator(undefined, { numeric: true });

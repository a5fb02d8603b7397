import { BROKEN, NO_VALUE, type FilterColumn } from '../columns';
import type { PreviewTexts } from '../protocol/texts';
import { facetValues, toggledFacet, withFacet, type Filters } from '../model/filters';
import type { Tasks } from '../model/tasks';
import { filled } from '../parts/filled';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';
import { plainText } from '../parts/plain-pieces';

interface FacetMenuProps {
  readonly column: FilterColumn;
  readonly texts: PreviewTexts;
  readonly tasks: Tasks;
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** The values of a column with the number of tasks for each. Any number of values can be selected. */
export function FacetMenu({ column, texts, tasks, filters, onFilters }: FacetMenuProps) {
  const { id } = column;
  const name = texts.columns[id];
  const chosen = filters.facets[id] ?? [];
  const itemsOf = (): readonly MenuItem[] => {
    const labelOf = labelsFor(column, tasks, texts);
    const values = facetValues(tasks, filters, id)
      .map((one) => ({ ...one, label: labelOf(one.value) }))
      .sort((a, b) => Number(isWord(b.value)) - Number(isWord(a.value)) || collator.compare(a.label, b.label));
    const choices = values.map(({ value, label, count }) => ({
      label,
      note: count.toLocaleString(),
      isChecked: chosen.includes(value),
      isSticky: true,
      run: () => onFilters(toggledFacet(filters, id, value)),
    }));
    return chosen.length === 0
      ? choices
      : [...choices, { title: '' }, { label: texts.filters.clear, run: () => onFilters(withFacet(filters, id, [])) }];
  };
  const label = chosen.length === 0 ? name : filled(texts.filters.chosen, name, chosen.length);
  return (
    <MenuButton label={label} itemsOf={itemsOf} isActive={chosen.length > 0} empty={texts.filters.noValues} look="pill">
      <span class="pill-text">{name}</span>
      {chosen.length > 0 && <span class="pill-count">{chosen.length}</span>}
    </MenuButton>
  );
}

/** The displayed name of each value. */
function labelsFor({ filter }: FilterColumn, tasks: Tasks, texts: PreviewTexts): (value: string) => string {
  const labels = new Map([[BROKEN, texts.filters.broken], [NO_VALUE, texts.filters.none], ...filter.labels(texts)]);
  return (value) => labels.get(value) ?? plainText(tasks.label(value), 80);
}

function isWord(value: string): boolean {
  return value !== NO_VALUE && value !== BROKEN;
}

const collator = new Intl.Collator(undefined, { numeric: true });

import { BROKEN, NO_VALUE } from '../../src/common/preview/columns';
import type { PreviewTexts } from '../../src/common/preview/texts';
import { facetValues, toggledFacet, withFacet, type Filters } from '../model/filters';
import type { Facet, Tasks } from '../model/tasks';
import { filled } from '../parts/filled';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';
import { plainText } from '../parts/plain-pieces';

interface FacetMenuProps {
  readonly facet: Facet;
  readonly texts: PreviewTexts;
  readonly tasks: Tasks;
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** The values of a facet with the number of tasks for each. Any number of values can be selected. */
export function FacetMenu({ facet, texts, tasks, filters, onFilters }: FacetMenuProps) {
  const name = texts.columns[facet];
  const chosen = filters.facets[facet] ?? [];
  const itemsOf = (): readonly MenuItem[] => {
    const values = facetValues(tasks, filters, facet)
      .map((one) => ({ ...one, label: labelOf(one.value, facet, tasks, texts) }))
      .sort((a, b) => Number(isWord(b.value)) - Number(isWord(a.value)) || collator.compare(a.label, b.label));
    const choices = values.map(({ value, label, count }) => ({
      label,
      note: count.toLocaleString(),
      isChecked: chosen.includes(value),
      isSticky: true,
      run: () => onFilters(toggledFacet(filters, facet, value)),
    }));
    return chosen.length === 0
      ? choices
      : [
          ...choices,
          { title: '' },
          { label: texts.filters.clear, run: () => onFilters(withFacet(filters, facet, [])) },
        ];
  };
  const label = chosen.length === 0 ? name : filled(texts.filters.chosen, name, chosen.length);
  return (
    <MenuButton label={label} itemsOf={itemsOf} isActive={chosen.length > 0} empty={texts.filters.noValues} look="pill">
      <span class="pill-text">{name}</span>
      {chosen.length > 0 && <span class="pill-count">{chosen.length}</span>}
    </MenuButton>
  );
}

function labelOf(value: string, facet: Facet, tasks: Tasks, { filters, obligation }: PreviewTexts): string {
  if (value === BROKEN) return filters.broken;
  if (value === NO_VALUE) return facet === 'mo' ? obligation.unknown : filters.none;
  if (facet === 'mo') return value === 'mandatory' ? obligation.mandatory : obligation.optional;
  return plainText(tasks.label(value), 80);
}

function isWord(value: string): boolean {
  return value !== NO_VALUE && value !== BROKEN;
}

const collator = new Intl.Collator(undefined, { numeric: true });

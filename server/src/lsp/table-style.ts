/** How formatting writes the tables of a page; `off`: it leaves them alone. */
export type TableStyle = 'align' | 'compact' | 'off';

/** What stands in the setting `playbook.format`. Compact where nothing does: then a change in one row is one changed line. */
export function tableStyleIn(format: unknown): TableStyle {
  const { tables } = (typeof format === 'object' && format !== null ? format : {}) as { readonly tables?: unknown };
  return tables === 'align' || tables === 'off' ? tables : 'compact';
}

/** How formatting writes the tables of a page; `off`: it leaves them alone. */
export type TableStyle = 'align' | 'compact' | 'off';

/**
 * What stands in the setting `playbook.format`; off where nothing does. Who has a page formatted on each save did not ask
 * for other tables.
 */
export function tableStyleIn(format: unknown): TableStyle {
  const { tables } = (typeof format === 'object' && format !== null ? format : {}) as { readonly tables?: unknown };
  return tables === 'align' || tables === 'compact' ? tables : 'off';
}

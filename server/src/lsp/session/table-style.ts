/** How the tables of a page are formatted; `off`: they aren't. */
export type TableStyle = 'align' | 'compact' | 'off';

/**
 * The value of the setting `playbook.format`. The default is compact, so that a change in one row changes only that
 * line.
 */
export function tableStyleIn(format: unknown): TableStyle {
  const { tables } = (typeof format === 'object' && format !== null ? format : {}) as { readonly tables?: unknown };
  return tables === 'align' || tables === 'off' ? tables : 'compact';
}

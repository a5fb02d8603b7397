/** How the tables of a page are formatted; `off`: they aren't. */
export type TableStyle = 'align' | 'compact' | 'off';

/** The value of the setting `playbook.format`; `undefined` if it has none. */
export function tableStyleIn(format: unknown): TableStyle | undefined {
  const { tables } = (typeof format === 'object' && format !== null ? format : {}) as { readonly tables?: unknown };
  return tables === 'align' || tables === 'compact' || tables === 'off' ? tables : undefined;
}

import { isPath, pathParts } from '../shared/file-names';

/** Creates an element. Texts are never interpreted as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * The text of a cell, which is available in full even if it is cut off. Of several paths, one per line, the first is
 * shown with the number of others.
 */
export function setCellText(cell: HTMLElement, text: string): void {
  const [first = '', ...more] = text.split('\n');
  cell.title = text;
  if (![first, ...more].every(isPath)) {
    cell.replaceChildren(element('span', { class: 'plain' }, text));
    return;
  }
  const { folders, start, end } = pathParts(first);
  const parts = [
    ['folders', folders],
    ['file-start', start],
    ['file-end', end],
    ['more', more.length === 0 ? '' : ` +${more.length}`],
  ] as const;
  cell.classList.add('path');
  cell.setAttribute('aria-label', text);
  cell.replaceChildren(
    ...parts.flatMap(([name, part]) => (part === '' ? [] : [element('span', { class: name }, part)])),
  );
}

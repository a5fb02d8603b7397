/** Makes an element. Texts never come in as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The text of a cell, to be had as a whole also where it is cut off. Of a long path the folders go first: the name tells more. */
export function setCellText(cell: HTMLElement, text: string): void {
  const { folders, rest } = pathParts(text);
  const name = element('span', { class: 'name' }, rest);
  cell.replaceChildren(...(folders === '' ? [] : [element('span', { class: 'folders' }, folders)]), name);
  cell.title = text;
}

/** A text that is no path is all `rest`. */
export function pathParts(text: string): { readonly folders: string; readonly rest: string } {
  const isPath = /^[^\n]+\/[^/\n]+\.[a-z]{2,8}$/i.test(text) && !/^[a-z]+:\/\//i.test(text);
  const slash = isPath ? text.lastIndexOf('/') + 1 : 0;
  return { folders: text.slice(0, slash), rest: text.slice(slash) };
}

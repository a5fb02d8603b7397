// Who types, that is, what they have set.

/**
 * @typedef {object} Author
 * @property {string} name
 * @property {Record<string, unknown>} settings
 */

/**
 * Suggestions come when the first author asks for them. VS Code's own lists, which `.`, `/` and `#` open in Markdown, stay
 * closed: where VS Code is slow they open in the next word, and take Enter, with the extension and without it.
 *
 * The second author has lists that open while typing and select nothing, so that no key is taken. The page is saved
 * whenever a key has come, and fixed and formatted when the author saves.
 *
 * @type {readonly Author[]}
 */
export const authors = [
  { name: 'lists when asked for', settings: { 'editor.suggestOnTriggerCharacters': false } },
  {
    name: 'lists while typing, fixed and formatted when saved',
    settings: {
      'files.autoSave': 'afterDelay',
      'files.autoSaveDelay': 100,
      'editor.formatOnSave': true,
      'editor.codeActionsOnSave': { 'source.fixAll': 'always' },
      '[markdown]': { 'editor.suggest.selectionMode': 'never' },
    },
  },
];

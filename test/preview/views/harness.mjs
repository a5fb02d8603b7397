// Shows one view alone, with what the test sends, and remembers what it asks for.
import { h, render } from 'preact';
import { LanguagesView } from '../../../client/webviews/preview/languages/languages-view';
import { ReadersView } from '../../../client/webviews/preview/readers/readers-view';
import { Totals } from '../../../client/webviews/preview/totals/totals';

const root = document.createElement('main');
document.body.append(root);
/** @type {unknown[][]} */
const asked = [];
const remember = (/** @type {unknown[]} */ ...what) => void asked.push(what);

/** @param {import('preact').VNode<any>} view */
function show(view) {
  render([h('h1', { class: 'hidden' }, 'Tasks'), view], root);
}

Object.assign(globalThis, {
  asked,
  showReaders: (rendered) => show(h(ReadersView, { rendered, onReveal: remember })),
  showLanguages: (versions) => show(h(LanguagesView, { versions, onReveal: remember })),
  showTotals: (preview, rows) => show(h(Totals, { preview, rows, onPick: remember })),
});

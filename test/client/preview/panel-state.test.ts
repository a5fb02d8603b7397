import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_LOOK } from '../../../client/webviews/preview/model/look';
import {
  firstPanelState,
  reducePanel,
  type PanelAction,
  type PanelState,
} from '../../../client/webviews/preview/model/panel-state';
import { savedStateOf } from '../../../client/webviews/preview/protocol/messages';

const after = (...actions: readonly PanelAction[]): PanelState =>
  actions.reduce(reducePanel, firstPanelState(savedStateOf({ scope: 'page', view: 'readers' })));

const sent: PanelAction = {
  type: 'sent',
  edit: { request: 1, key: 'row', edit: { command: 'moveRowUp' } },
  shownKey: 'row',
};

test('a panel for the workspace shows the tasks, whatever the stored view is', () => {
  assert.equal(firstPanelState(savedStateOf({ scope: 'workspace', view: 'readers' })).view, 'tasks');
  assert.equal(after().view, 'readers');
});

test('a changed row is shown until the filters change', () => {
  assert.deepEqual([...after(sent).held], ['row']);
  assert.deepEqual([...after(sent, { type: 'look', change: { grouping: 'role' } }).held], ['row']);
  assert.deepEqual([...after(sent, { type: 'look', change: { filters: FIRST_LOOK.filters } }).held], []);
});

test('holding a row again changes nothing', () => {
  const state = after({ type: 'hold', key: 'row' });
  assert.equal(reducePanel(state, { type: 'hold', key: 'row' }), state);
});

test('an edit is listed until the extension refuses it', () => {
  assert.equal(after(sent).sent.length, 1);
  assert.equal(after(sent, { type: 'refused', request: 1 }).sent.length, 0);
});

test('each request to focus the grid is a new one, until it is done', () => {
  const [one, again] = [after({ type: 'focus', line: null }), after({ type: 'focus', line: null })];
  assert.notEqual(one.focusRequest, again.focusRequest);
  assert.deepEqual(one.focusRequest, { line: null });
  assert.equal(reducePanel(one, { type: 'focused' }).focusRequest, null);
});

test('data from the extension keeps what the author has chosen', () => {
  const chosen = after({ type: 'look', change: { hasTotals: true } }, { type: 'hold', key: 'row' });
  const state = reducePanel(chosen, { type: 'caret', line: 3 });
  assert.deepEqual([state.caret, state.look.hasTotals, state.held, state.view], [3, true, chosen.held, 'readers']);
});

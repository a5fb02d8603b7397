import type { PreviewScope, PreviewView, SavedState, ToPreview } from '../protocol/messages';
import { lookOf, type Look } from './look';
import { INITIAL_STATE, reduce, type Announcement, type PreviewState } from './preview-state';
import type { SentEdit } from './sent-edits';

/** What the panel shows: the data from the extension, and what the author has chosen and done. */
export interface PanelState extends PreviewState {
  readonly scope: PreviewScope;
  readonly view: PreviewView;
  readonly look: Look;
  /** The last answer to the question which problems an edit would cause. */
  readonly tried: Tried | null;
  /** The last answer to the question which known tasks match the typed text. */
  readonly offered: Offered | null;
  /** The key of the row that the author added last; `null` as soon as the author has left the row. */
  readonly fresh: string | null;
  /** `null`: the request is done, so a grid that is rendered again doesn't repeat it. */
  readonly focusRequest: FocusRequest | null;
  /** Keys of rows that are shown until the filters change: those that the author adds or changes. */
  readonly held: ReadonlySet<string>;
}

/** The answer to the request with that number. */
export type Tried = Omit<Extract<ToPreview, { readonly type: 'tried' }>, 'type'>;

export type Offered = Omit<Extract<ToPreview, { readonly type: 'offered' }>, 'type'>;

/** A request to focus the grid. Each request is a new object. */
export interface FocusRequest {
  /** The line of the page whose row gets the focus; `null`: where it was. */
  readonly line: number | null;
}

/** A message from the extension, or an action of the author. */
export type PanelAction =
  | ToPreview
  | { readonly type: 'show'; readonly scope: PreviewScope; readonly view: PreviewView }
  | { readonly type: 'look'; readonly change: Partial<Look> }
  | { readonly type: 'hold'; readonly key: string }
  /** An edit was sent. `shownKey`: the key of the row that it changes or adds. */
  | { readonly type: 'sent'; readonly edit: SentEdit; readonly shownKey: string }
  | { readonly type: 'announce'; readonly announcement: Announcement | null }
  /** The author has left the row that was added last. */
  | { readonly type: 'left' }
  | { readonly type: 'focused' };

/** The state of a panel that has no data yet. */
export function firstPanelState({ scope, view, isLocked, look }: SavedState): PanelState {
  return {
    ...INITIAL_STATE,
    isLocked,
    scope,
    view: scope === 'workspace' ? 'tasks' : view,
    look: lookOf(look),
    tried: null,
    offered: null,
    fresh: null,
    focusRequest: null,
    held: new Set(),
  };
}

export function reducePanel(state: PanelState, action: PanelAction): PanelState {
  switch (action.type) {
    case 'show':
      return { ...state, scope: action.scope, view: action.view };
    case 'look':
      return withLook(state, action.change);
    case 'hold':
      return withHeld(state, action.key);
    case 'sent':
      return withHeld(
        {
          ...state,
          sent: [...state.sent, action.edit],
          fresh: action.edit.edit.command === 'insertRow' ? action.shownKey : state.fresh,
        },
        action.shownKey,
      );
    case 'left':
      return { ...state, fresh: null };
    case 'announce':
      return { ...state, announcement: action.announcement };
    case 'focus':
      return { ...state, focusRequest: { line: action.line } };
    case 'focused':
      return { ...state, focusRequest: null };
    case 'tried':
      return { ...state, tried: action };
    case 'offered':
      return { ...state, offered: action };
    default:
      return { ...state, ...reduce(state, action) };
  }
}

function withLook(state: PanelState, change: Partial<Look>): PanelState {
  const look = { ...state.look, ...change };
  return change.filters === undefined ? { ...state, look } : { ...state, look, held: new Set() };
}

function withHeld(state: PanelState, key: string): PanelState {
  return state.held.has(key) ? state : { ...state, held: new Set([...state.held, key]) };
}

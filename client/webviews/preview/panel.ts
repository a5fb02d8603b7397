import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Send } from './host';
import type { PanelAction, PanelState } from './model/panel-state';

/** The state of the panel, and how a part of it reports what the author does. */
export interface Panel {
  readonly state: PanelState;
  readonly dispatch: (action: PanelAction) => void;
  /** Sends a message to the extension. */
  readonly send: Send;
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  return inContext(useContext(PanelContext));
}

/** Throws if the part is rendered outside of the element that provides the value. */
export function inContext<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The part is outside of its context');
  return value;
}

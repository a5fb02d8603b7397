import type { FromPreview, SavedState } from './protocol/messages';

/** The part of VS Code's API that the panel uses. */
export interface PreviewHost {
  postMessage(message: FromPreview): void;
  getState(): unknown;
  setState(state: SavedState): void;
}

export type Send = (message: FromPreview) => void;

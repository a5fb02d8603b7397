import type { FromPreview, SavedState } from '../src/common/preview/messages';

/** VS Code, as far as the panel sees it. */
export interface PreviewHost {
  postMessage(message: FromPreview): void;
  getState(): unknown;
  setState(state: SavedState): void;
}

export type Send = (message: FromPreview) => void;

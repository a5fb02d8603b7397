import { CELL_LIMIT, plainPieces } from './plain-pieces';

/** A text of the page in its own direction, with marks for invisible characters. */
export function PlainText({ text, limit = CELL_LIMIT }: { readonly text: string; readonly limit?: number }) {
  return (
    <span class="plain" dir="auto">
      {plainPieces(text, limit).map(({ text: piece, mark }, index) =>
        mark === undefined ? (
          piece
        ) : (
          <span key={index} class="mark">
            ‹{mark}›
          </span>
        ),
      )}
    </span>
  );
}

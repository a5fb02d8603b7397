import { plainText } from './plain-pieces';
import { PlainText } from './plain-text';

/** A word of a list. Unknown words are marked, and `title` says so. */
export function Chip({
  text,
  isKnown = true,
  title,
}: {
  readonly text: string;
  readonly isKnown?: boolean;
  readonly title?: string;
}) {
  return (
    <span class={isKnown ? 'chip' : 'chip unknown'} title={title ?? plainText(text)}>
      <PlainText text={text} />
      {!isKnown && (
        <span class="sign" aria-hidden="true">
          ?
        </span>
      )}
    </span>
  );
}

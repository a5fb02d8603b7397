import { pathParts } from '../../shared/file-names';
import { plainText } from './plain-pieces';
import { PlainText } from './plain-text';

/** Longer than any path, so that the end is always included. */
const WHOLE = 5000;

/** A path in the available space: its folders and the start of its name can be cut off, but never its end. */
export function Path({ path }: { readonly path: string }) {
  const { folders, start, end } = pathParts(path);
  const whole = plainText(path, WHOLE);
  return (
    <span class="path" title={whole}>
      <span class="hidden">{whole}</span>
      {folders !== '' && (
        <span class="folders" aria-hidden="true">
          <PlainText text={folders} limit={WHOLE} />
        </span>
      )}
      {start !== '' && (
        <span class="file-start" aria-hidden="true">
          <PlainText text={start} limit={WHOLE} />
        </span>
      )}
      <span class="file-end" aria-hidden="true">
        <PlainText text={end} limit={WHOLE} />
      </span>
    </span>
  );
}

import { pathParts } from '../../grid/file-names';
import { plainText } from './plain-pieces';
import { PlainText } from './plain-text';

/** Longer than any path, so that its end is always in it. */
const WHOLE = 5000;

/** A path as far as there is room for it: of its folders and of the start of its name some may be cut, its end never is. */
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

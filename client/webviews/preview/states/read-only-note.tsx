import { Icon } from '../parts/icon';
import { plainText } from '../parts/plain-pieces';

/** Why the page is read-only, and what to do. Shown as long as it is read-only. */
export function ReadOnlyNote({ reason }: { readonly reason: string }) {
  return (
    <p id="read-only" class="read-only">
      <Icon name="lock" />
      <span>{plainText(reason, 2000)}</span>
    </p>
  );
}

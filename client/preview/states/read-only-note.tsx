import { Icon } from '../parts/icon';
import { plainText } from '../parts/plain-pieces';

/** Why nobody can change the page, and what helps. It is there as long as that holds. */
export function ReadOnlyNote({ reason }: { readonly reason: string }) {
  return (
    <p id="read-only" class="read-only">
      <Icon name="lock" />
      <span>{plainText(reason, 2000)}</span>
    </p>
  );
}

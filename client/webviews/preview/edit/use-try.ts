import { useEffect, useRef, useState } from 'preact/hooks';
import type { Tried } from '../model/panel-state';
import type { PreviewEdit } from '../protocol/messages';

/** In milliseconds. No requests are sent while the author is typing. */
const PAUSE = 150;

let requests = 0;

/**
 * The problems that an edit would cause; `undefined` if they aren't known yet or there is no edit. Answers to older
 * requests are ignored.
 */
export function useTry(
  edit: PreviewEdit | undefined,
  tried: Tried | null,
  ask: (request: number, edit: PreviewEdit) => void,
): Tried | undefined {
  const [asked, setAsked] = useState(-1);
  const key = JSON.stringify(edit);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    setAsked(-1);
    if (edit === undefined) return;
    const waiting = setTimeout(() => {
      const request = ++requests;
      setAsked(request);
      latest.current(request, edit);
    }, PAUSE);
    return () => clearTimeout(waiting);
  }, [key]);
  return tried !== null && tried.request === asked ? tried : undefined;
}

import { useEffect, useRef, useState } from 'preact/hooks';

let requests = 0;

/**
 * The answer to a question of the panel; `undefined` if it isn't known yet or there is no question. Answers to older
 * questions are ignored. `pause`, in milliseconds: no questions are sent while the author is typing.
 */
export function useAnswer<Question, Answer extends { readonly request: number }>(
  question: Question | undefined,
  answer: Answer | null,
  ask: (request: number, question: Question) => void,
  pause: number,
): Answer | undefined {
  const [asked, setAsked] = useState(-1);
  const key = JSON.stringify(question);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    setAsked(-1);
    if (question === undefined) return;
    const waiting = setTimeout(() => {
      const request = ++requests;
      setAsked(request);
      latest.current(request, question);
    }, pause);
    return () => clearTimeout(waiting);
  }, [key]);
  return answer !== null && answer.request === asked ? answer : undefined;
}

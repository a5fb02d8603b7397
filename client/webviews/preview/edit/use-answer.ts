import { useEffect, useRef, useState } from 'preact/hooks';

let requests = 0;

/**
 * The answer to what the panel asks the extension; `undefined` while it is on its way, and without a question. Answers to
 * earlier questions are ignored. `pause`: how long the author must not have typed before a question is sent, in
 * milliseconds.
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

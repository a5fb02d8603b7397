/**
 * The same text in room of its own: for a part that outlives the text it was cut from. An engine keeps a part as a view
 * into the whole, so that a row of 80 characters holds on to the page of five megabytes that it once stood in.
 */
export function detached(part: string): string {
  // To cut a joined text, the engine writes it out first; the view is then into that.
  return ` ${part}`.slice(1);
}

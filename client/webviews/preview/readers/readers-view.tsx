import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import type { RenderedTables } from '../protocol/messages';
import { lossesOf, READERS, stopsOf, tablesToShow, type Reader, type Stop, type WhichTables } from './losses';
import { READER_NAMES } from './reader-names';
import { ReaderSummary } from './reader-summary';
import { ReadersBar, type ReaderChoice } from './readers-bar';
import { ShownTable } from './shown-table';
import { nextStop, sameStop, stopName } from './stops';

const texts = defineTexts('preview/readers-view', {
  title: { text: 'As readers see them', note: 'Label of a view with the tables of the page. Read by screen readers.' },
  noTaskTables: 'This page has no task tables.',
  noTables: 'This page has no tables.',
  allTables: { text: 'All tables', note: 'A button: show all tables of the page, not only task tables.' },
});

export interface ReadersProps {
  readonly rendered: RenderedTables;
  /** Shows a line of the page in the editor. */
  readonly onReveal: (line: number) => void;
}

/** The tables of the page as readers see them, including what they don't see. */
export function ReadersView({ rendered, onReveal }: ReadersProps) {
  const [choice, setChoice] = useState<ReaderChoice>('gfm');
  const [which, setWhich] = useState<WhichTables>('task tables');
  const shown = useMemo(() => tablesToShow(rendered, which), [rendered, which]);
  const readers = choice === 'both' ? READERS : [choice];
  const stops = stopsOf(rendered, shown, readers);
  const { view, last, goTo } = useStops();

  const visit = (stop: Stop): void => {
    if (!readers.includes(stop.reader)) setChoice(stop.reader);
    goTo(stop);
  };
  const step = (direction: 1 | -1): void => {
    const stop =
      stops[
        nextStop(
          stops.findIndex((one) => last !== null && sameStop(one, last)),
          direction,
          stops.length,
        )
      ];
    if (stop !== undefined) visit(stop);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };

  return (
    <section class="readers" aria-label={texts.title} ref={view} onKeyDown={onKeyDown}>
      <ReadersBar
        choice={choice}
        onChoose={setChoice}
        which={which}
        onWhich={setWhich}
        stops={stops.length}
        onStep={step}
      />
      {shown.length > 0 && <Summaries rendered={rendered} shown={shown} onVisit={visit} />}
      {shown.length === 0 && (
        <NoTables hasOthers={rendered.tables.length > 0} onShowAll={() => setWhich('all tables')} />
      )}
      {shown.map((index) => {
        const table = rendered.tables[index];
        return table && <ShownTable key={index} table={table} index={index} readers={readers} onReveal={onReveal} />;
      })}
    </section>
  );
}

/** Moves the focus to a stop as soon as it is in the document, because its reader may have to be shown first. */
function useStops() {
  const view = useRef<HTMLElement>(null);
  const [goal, setGoal] = useState<{ readonly stop: Stop } | null>(null);
  useEffect(() => {
    if (goal === null) return;
    const place = view.current?.querySelector<HTMLElement>(`[data-stop="${stopName(goal.stop)}"]`);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'center' });
  }, [goal]);
  // Always a new object, because the same stop can be visited twice.
  return { view, last: goal?.stop ?? null, goTo: (stop: Stop) => setGoal({ stop }) };
}

interface SummariesProps {
  readonly rendered: RenderedTables;
  readonly shown: readonly number[];
  readonly onVisit: (stop: Stop) => void;
}

/** The summaries of both readers, including the one that isn't displayed, because it may be the one with losses. */
function Summaries({ rendered, shown, onVisit }: SummariesProps) {
  const visitFirst = (reader: Reader, kind: Stop['kind']): void => {
    const stop = stopsOf(rendered, shown, [reader]).find((one) => one.kind === kind);
    if (stop !== undefined) onVisit(stop);
  };
  return (
    <ul class="readers-summaries">
      {READERS.map((reader) => (
        <ReaderSummary
          key={reader}
          name={READER_NAMES[reader]}
          losses={lossesOf(rendered, shown, reader)}
          onVisit={(kind) => visitFirst(reader, kind)}
        />
      ))}
    </ul>
  );
}

function NoTables({ hasOthers, onShowAll }: { readonly hasOthers: boolean; readonly onShowAll: () => void }) {
  return (
    <div class="message">
      <p>{hasOthers ? texts.noTaskTables : texts.noTables}</p>
      {hasOthers && (
        <button type="button" class="button" onClick={onShowAll}>
          {texts.allTables}
        </button>
      )}
    </div>
  );
}

import { useMemo } from 'preact/hooks';
import type { TaskPreview } from '../protocol/messages';
import type { PreviewTexts } from '../protocol/texts';
import { Tasks } from '../model/tasks';
import { Chart } from './chart';
import { countTasks, isCountedTwice } from './counts';
import { Sums } from './sums';

/** The value to filter by. Empty: tasks without a value. */
export interface Pick {
  readonly kind: 'role' | 'service' | 'mo' | 'phase';
  readonly value: string;
}

interface TotalsProps {
  /** Indices of the rows that are shown. */
  readonly rows: readonly number[];
  readonly preview: TaskPreview;
  readonly texts: PreviewTexts;
  readonly onPick: (pick: Pick) => void;
}

/** The shown tasks in numbers: how many there are, and whose they are. */
export function Totals({ rows, preview, texts, onPick }: TotalsProps) {
  const tasks = useMemo(() => new Tasks(preview), [preview]);
  const { all, roles, services, phases, steps } = useMemo(() => countTasks(tasks, rows), [tasks, rows]);
  const words = texts.totals;
  const of = (kind: Pick['kind']) => (value: string) => onPick({ kind, value });
  return (
    <section class="totals" aria-label={words.title}>
      <Sums tally={all} texts={texts} onPick={of('mo')} />
      <div class="totals-charts">
        <Chart title={words.byPhase} groups={phases} none={words.noPhase} texts={texts} onPick={of('phase')} />
        <Chart title={words.byStep} groups={steps} none={words.noStep} texts={texts} onPick={null} />
        <Chart title={words.byRole} groups={roles} none={words.noRole} texts={texts} onPick={of('role')} />
        <Chart
          title={words.byServices}
          groups={services}
          none={words.noServices}
          texts={texts}
          onPick={of('service')}
        />
      </div>
      {[roles, services, phases].some((groups) => isCountedTwice(groups, all)) && (
        <p class="totals-note">{words.countedForEach}</p>
      )}
    </section>
  );
}

import { useMemo } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import type { TaskPreview } from '../protocol/messages';
import { Tasks } from '../model/tasks';
import { Chart } from './chart';
import { countTasks, isCountedTwice } from './counts';
import { Sums } from './sums';

const texts = defineTexts('preview/totals', {
  title: { text: 'Totals', note: 'Label of the numbers of tasks. A noun.' },
  byRole: { text: 'By role', note: 'Title of a chart of the number of tasks.' },
  byServices: { text: 'By service', note: 'Title of a chart of the number of tasks.' },
  byPhase: { text: 'By phase', note: 'Title of a chart of the number of tasks.' },
  byStep: { text: 'By step', note: 'Title of a chart of the number of tasks.' },
  noRole: { text: 'No role', note: 'In a chart by role: tasks without a role.' },
  noServices: { text: 'No services', note: 'In a chart by service: tasks without services.' },
  noPhase: { text: 'No phase', note: 'In a chart by phase: tasks without a phase.' },
  noStep: { text: 'Before the first heading', note: 'In a chart by step: tasks that are not in a step.' },
  countedForEach: 'A task with several roles, services or phases counts for each of them.',
});

/** The value to filter by. Empty: tasks without a value. */
export interface Pick {
  readonly kind: 'role' | 'service' | 'mo' | 'phase';
  readonly value: string;
}

interface TotalsProps {
  /** Indices of the rows that are shown. */
  readonly rows: readonly number[];
  readonly preview: TaskPreview;
  readonly onPick: (pick: Pick) => void;
}

/** The shown tasks in numbers: how many there are, and whose they are. */
export function Totals({ rows, preview, onPick }: TotalsProps) {
  const tasks = useMemo(() => new Tasks(preview), [preview]);
  const { all, roles, services, phases, steps } = useMemo(() => countTasks(tasks, rows), [tasks, rows]);
  const of = (kind: Pick['kind']) => (value: string) => onPick({ kind, value });
  return (
    <section class="totals" aria-label={texts.title}>
      <Sums tally={all} onPick={of('mo')} />
      <div class="totals-charts">
        <Chart title={texts.byPhase} groups={phases} none={texts.noPhase} onPick={of('phase')} />
        <Chart title={texts.byStep} groups={steps} none={texts.noStep} onPick={null} />
        <Chart title={texts.byRole} groups={roles} none={texts.noRole} onPick={of('role')} />
        <Chart
          title={texts.byServices}
          groups={services}
          none={texts.noServices}

          onPick={of('service')}
        />
      </div>
      {[roles, services, phases].some((groups) => isCountedTwice(groups, all)) && (
        <p class="totals-note">{texts.countedForEach}</p>
      )}
    </section>
  );
}

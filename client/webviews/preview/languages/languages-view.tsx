import { useId, useMemo, useState } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import type { TaskVersions } from '../protocol/messages';
import { NoTranslations } from './no-translations';
import { VersionGrid } from './version-grid';
import { isDifferent } from './versions';

const texts = defineTexts('preview/languages-view', {
  title: { text: 'Tasks in all languages', note: 'Label of a view. Read by screen readers.' },
  differencesOnly: { text: 'Differences only', note: 'A checkbox: show only tasks that differ between languages.' },
  noTasks: 'These pages have no tasks.',
  same: 'All tasks are the same in all languages',
  different:
    '{different, plural, one {# of {tasks, number} tasks differs between languages} other {# of {tasks, number} tasks differ between languages}}',
  keys: 'Use the arrow keys to move between cells. Press Enter to show the task on the page in that language.',
});

export interface LanguagesProps {
  readonly versions: TaskVersions;
  /** Shows a line of a page in the editor. `page` is its index in the versions. */
  readonly onReveal: (page: number, line: number) => void;
}

/** The tasks of the page in all its languages, side by side. */
export function LanguagesView({ versions, onReveal }: LanguagesProps) {
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const different = useMemo(() => versions.tasks.filter(isDifferent), [versions]);
  const keysId = useId();
  if (versions.pages.length < 2) return <NoTranslations label={texts.title} />;
  const tasks = onlyDifferences ? different : versions.tasks;
  return (
    <section class="languages" aria-label={texts.title}>
      <div class="languages-bar">
        <label>
          <input type="checkbox" checked={onlyDifferences} onChange={() => setOnlyDifferences(!onlyDifferences)} />
          <span>{texts.differencesOnly}</span>
        </label>
        <p role="status">{statusText(versions, different.length)}</p>
      </div>
      {tasks.length > 0 && (
        <VersionGrid versions={versions} tasks={tasks} label={texts.title} keysId={keysId} onReveal={onReveal} />
      )}
      <p id={keysId} hidden>
        {texts.keys}
      </p>
    </section>
  );
}

function statusText({ tasks }: TaskVersions, different: number): string {
  if (tasks.length === 0) return texts.noTasks;
  return different === 0 ? texts.same : texts.different({ different, tasks: tasks.length });
}

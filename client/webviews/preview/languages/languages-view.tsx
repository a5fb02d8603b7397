import { useId, useMemo, useState } from 'preact/hooks';
import type { TaskVersions } from '../protocol/messages';
import type { LanguagesTexts, PreviewTexts } from '../protocol/texts';
import { filled } from '../parts/filled';
import { NoTranslations } from './no-translations';
import { VersionGrid } from './version-grid';
import { isDifferent } from './versions';

export interface LanguagesProps {
  readonly versions: TaskVersions;
  readonly texts: PreviewTexts;
  /** Shows a line of a page in the editor. `page` is its index in the versions. */
  readonly onReveal: (page: number, line: number) => void;
}

/** The tasks of the page in all its languages, side by side. */
export function LanguagesView({ versions, texts, onReveal }: LanguagesProps) {
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const different = useMemo(() => versions.tasks.filter(isDifferent), [versions]);
  const keysId = useId();
  const words = texts.languages;
  if (versions.pages.length < 2) return <NoTranslations texts={words} />;
  const tasks = onlyDifferences ? different : versions.tasks;
  return (
    <section class="languages" aria-label={words.title}>
      <div class="languages-bar">
        <label>
          <input type="checkbox" checked={onlyDifferences} onChange={() => setOnlyDifferences(!onlyDifferences)} />
          <span>{words.differencesOnly}</span>
        </label>
        <p role="status">{statusText(versions, different.length, words)}</p>
      </div>
      {tasks.length > 0 && (
        <VersionGrid versions={versions} tasks={tasks} texts={texts} keysId={keysId} onReveal={onReveal} />
      )}
      <p id={keysId} hidden>
        {words.keys}
      </p>
    </section>
  );
}

function statusText({ tasks }: TaskVersions, different: number, texts: LanguagesTexts): string {
  if (tasks.length === 0) return texts.noTasks;
  if (different === 0) return texts.noneDiffers;
  return filled(different === 1 ? texts.oneTaskDiffers : texts.tasksDiffer, different, tasks.length);
}

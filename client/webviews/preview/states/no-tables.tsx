import { defineTexts, format } from '../../shared/texts';
import { TASK_COLUMNS } from '../columns';
import { ObligationBadge } from '../parts/obligation-badge';
import { Chip } from '../parts/chip';
import { Message } from './message';

const texts = defineTexts('preview/no-tables', {
  title: 'No FTOP task table on this page',
  hint: {
    text: 'A task table has a row for each task and these five columns:',
    note: 'An example of a table follows.',
  },
  exampleName: { text: 'Check the network', note: 'The name of a task in an example.' },
  exampleRole: { text: 'FastTrack Engineer', note: 'A role in an example.' },
  exampleServices: { text: 'Teams', note: 'A product in an example.' },
  insert: { text: 'Insert FTOP task table', note: 'A button. A verb.' },
});

interface NoTablesProps {
  /** `undefined`: the page can't be edited. */
  readonly onInsert?: () => void;
}

/** For a page without a task table: shows an example and how to start. */
export function NoTables({ onInsert }: NoTablesProps) {
  return (
    <Message
      title={texts.title}
      hint={texts.hint}
      actions={onInsert === undefined ? [] : [{ label: texts.insert, run: onInsert }]}
    >
      <ExampleTable />
    </Message>
  );
}

function ExampleTable() {
  const titles = Object.values(TASK_COLUMNS).map(({ title }) => format(title));
  return (
    <table class="example">
      <thead>
        <tr>
          {titles.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>0983</td>
          <td>{texts.exampleName}</td>
          <td>
            <ObligationBadge letter="M" obligation="mandatory" />
          </td>
          <td>
            <Chip text={texts.exampleRole} />
          </td>
          <td>
            <Chip text={texts.exampleServices} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

import { TASK_COLUMNS } from '../columns';
import type { PreviewTexts } from '../protocol/texts';
import { ObligationBadge } from '../parts/obligation-badge';
import { Chip } from '../parts/chip';
import { Message } from './message';

interface NoTablesProps {
  readonly texts: PreviewTexts;
  /** `undefined`: the page can't be edited. */
  readonly onInsert?: () => void;
}

/** For a page without a task table: shows an example and how to start. */
export function NoTables({ texts, onInsert }: NoTablesProps) {
  const { states } = texts;
  return (
    <Message
      title={states.noTables}
      hint={states.noTablesHint}
      actions={onInsert === undefined ? [] : [{ label: states.insertTable, run: onInsert }]}
    >
      <ExampleTable texts={texts} />
    </Message>
  );
}

function ExampleTable({ texts }: { readonly texts: PreviewTexts }) {
  const { columns, states } = texts;
  const titles = Object.values(TASK_COLUMNS).map(({ id }) => columns[id]);
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
          <td>{states.exampleName}</td>
          <td>
            <ObligationBadge letter="M" obligation="mandatory" texts={texts} />
          </td>
          <td>
            <Chip text={states.exampleRole} />
          </td>
          <td>
            <Chip text={states.exampleServices} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

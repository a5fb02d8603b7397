import type { RenderedTable } from '../protocol/messages';
import type { PreviewTexts } from '../protocol/texts';
import { filled } from '../parts/filled';
import { Icon } from '../parts/icon';
import { PlainText } from '../parts/plain-text';
import { losingRows, type Reader } from './losses';
import { RunOnText } from './run-on-text';
import { ShownRows } from './shown-rows';

interface ShownTableProps {
  readonly table: RenderedTable;
  /** The index in `RenderedTables.tables`. */
  readonly index: number;
  readonly readers: readonly Reader[];
  readonly texts: PreviewTexts;
  readonly onReveal: (line: number) => void;
}

/** A table of the page under its heading, once for each reader. */
export function ShownTable({ table, index, readers, texts, onReveal }: ShownTableProps) {
  const titleId = `readers-table-${index}`;
  return (
    <section class="readers-table" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{table.heading === '' ? texts.readers.noHeading : <PlainText text={table.heading} />}</h2>
        <button type="button" class="readers-link" onClick={() => onReveal(table.line)}>
          {filled(texts.readers.line, table.line + 1)}
        </button>
      </header>
      <div class="readers-columns">
        {readers.map((reader) => (
          <ForReader
            key={reader}
            reader={reader}
            table={table}
            index={index}
            readers={readers}
            texts={texts}
            onReveal={onReveal}
          />
        ))}
      </div>
    </section>
  );
}

function ForReader({ reader, table, index, readers, texts, onReveal }: ShownTableProps & { readonly reader: Reader }) {
  const rendering = table[reader];
  const name = texts.readers[reader];
  const label = `${table.heading === '' ? texts.readers.noHeading : table.heading}: ${name}`;
  const Rows = rendering.isTable ? ShownRows : RunOnText;
  return (
    <div class="readers-rendering">
      {readers.length > 1 && <h3>{name}</h3>}
      <Loss table={table} reader={reader} texts={texts} />
      <Rows rendering={rendering} label={label} place={{ table: index, reader }} texts={texts} onReveal={onReveal} />
    </div>
  );
}

/** What is lost, and why. Empty if nothing is lost. */
function Loss({
  table,
  reader,
  texts,
}: {
  readonly table: RenderedTable;
  readonly reader: Reader;
  readonly texts: PreviewTexts;
}) {
  const rendering = table[reader];
  const losing = losingRows(rendering).length;
  if (rendering.isTable && losing === 0) return null;
  return (
    <p class="readers-loss">
      <Icon name="error" />
      <span>
        {rendering.isTable
          ? filled(losing === 1 ? texts.readers.oneRowLoses : texts.readers.rowsLose, losing)
          : texts.readers.noTable}
        {rendering.reason !== null && (
          <span class="readers-reason">
            <PlainText text={rendering.reason} />
          </span>
        )}
      </span>
    </p>
  );
}

import { defineTexts } from '../../shared/texts';
import type { RenderedTable } from '../protocol/messages';
import { Icon } from '../parts/icon';
import { PlainText } from '../parts/plain-text';
import { losingRows, shortRowsOf, type Reader } from './losses';
import { READER_NAMES } from './reader-names';
import { RunOnText } from './run-on-text';
import { ShownRows } from './shown-rows';

const texts = defineTexts('preview/shown-table', {
  noHeading: { text: 'Table without a heading', note: 'Instead of the heading above a table.' },
  line: { text: 'Line {line}', note: 'A button that shows the line in the editor.' },
  label: {
    text: '{heading}: {reader}',
    note: 'Names a table. {reader}: GitHub and VS Code, or Published site (docfx).',
  },
  losing: '{rows, plural, one {# row loses text} other {# rows lose text}}',
  short:
    '{rows, plural, one {# row has too few cells: its texts may be in the wrong columns} other {# rows have too few cells: their texts may be in the wrong columns}}',
  noTable: 'Not a table: the lines are displayed as text',
});

interface ShownTableProps {
  readonly table: RenderedTable;
  /** The index in `RenderedTables.tables`. */
  readonly index: number;
  readonly readers: readonly Reader[];
  readonly onReveal: (line: number) => void;
}

/** A table of the page under its heading, once for each reader. */
export function ShownTable({ table, index, readers, onReveal }: ShownTableProps) {
  const titleId = `readers-table-${index}`;
  return (
    <section class="readers-table" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{table.heading === '' ? texts.noHeading : <PlainText text={table.heading} />}</h2>
        <button type="button" class="readers-link" onClick={() => onReveal(table.line)}>
          {texts.line({ line: table.line + 1 })}
        </button>
      </header>
      <div class="readers-columns">
        {readers.map((reader) => (
          <ForReader key={reader} reader={reader} table={table} index={index} readers={readers} onReveal={onReveal} />
        ))}
      </div>
    </section>
  );
}

function ForReader({ reader, table, index, readers, onReveal }: ShownTableProps & { readonly reader: Reader }) {
  const rendering = table[reader];
  const name = READER_NAMES[reader];
  const label = texts.label({ heading: table.heading === '' ? texts.noHeading : table.heading, reader: name });
  const Rows = rendering.isTable ? ShownRows : RunOnText;
  return (
    <div class="readers-rendering">
      {readers.length > 1 && <h3>{name}</h3>}
      <Loss table={table} reader={reader} />
      <ShortRows rows={shortRowsOf(rendering)} />
      <Rows rendering={rendering} label={label} place={{ table: index, reader }} onReveal={onReveal} />
    </div>
  );
}

/** What is lost, and why. Empty if nothing is lost. */
function Loss({ table, reader }: { readonly table: RenderedTable; readonly reader: Reader }) {
  const rendering = table[reader];
  const losing = losingRows(rendering).length;
  if (rendering.isTable && losing === 0) return null;
  return (
    <p class="readers-loss">
      <Icon name="error" />
      <span>
        {rendering.isTable ? texts.losing({ rows: losing }) : texts.noTable}
        {rendering.reason !== null && (
          <span class="readers-reason">
            <PlainText text={rendering.reason} />
          </span>
        )}
      </span>
    </p>
  );
}

function ShortRows({ rows }: { readonly rows: number }) {
  if (rows === 0) return null;
  return (
    <p class="readers-loss">
      <Icon name="warning" />
      <span>{texts.short({ rows })}</span>
    </p>
  );
}

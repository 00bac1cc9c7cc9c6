import { useEffect, useRef } from 'preact/hooks';
import type { InventorySnapshot, Send } from '#apps/inventory/machine/machine.ts';
import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { type ColumnMeaning, columns, endColumns } from '#apps/inventory/reading/columns.ts';
import type { Mapping, OpenedFile, Preview, SheetSummary } from '#apps/inventory/reading/import-session.ts';
import type { MatchedBy } from '#apps/inventory/reading/match-headers.ts';
import { counted } from './counted.ts';
import { Examples } from './Examples.tsx';
import { CellFaults } from './Notices.tsx';
import { RowsAside } from './RowsAside.tsx';
import { ScrollRegion } from './ScrollRegion.tsx';
import { useSetup } from './setup.ts';
import { WordReadings } from './WordReadings.tsx';

interface MappingStepProps {
  snapshot: InventorySnapshot;
  send: Send;
}

const matchedBy: Readonly<Record<MatchedBy, string>> = {
  correction: 'as you chose before',
  name: 'same name',
  synonym: 'known word for it',
  spelling: 'similar spelling, please check',
  content: 'by what stands below it, please check',
  nothing: '',
};

interface ColumnChoiceProps {
  sheet: SheetSummary;
  mapping: Mapping;
  index: number;
  send: Send;
}

function ColumnChoice({ sheet, mapping, index, send }: ColumnChoiceProps) {
  const { vocabulary, book } = useSetup();
  const chosen = mapping.columns[index] ?? 'extra';
  const match = sheet.matches[index];
  const header = match?.header.trim() || `Column ${index + 1}`;
  const isAsFound = match?.column === chosen;
  return (
    <tr>
      <th scope="row">{header}</th>
      <td>{sheet.samples[index]?.join(' · ')}</td>
      <td>
        <select
          aria-label={`Meaning of ${header}`}
          value={chosen}
          onChange={({ currentTarget }) =>
            send({ type: 'column.chosen', index, column: currentTarget.value as ColumnMeaning })
          }
        >
          <option value="extra">Keep, but do not use</option>
          {[...columns, ...endColumns].map((column) => (
            <option key={column} value={column}>
              {columnLabel(column, vocabulary, book)}
            </option>
          ))}
        </select>
      </td>
      <td class="mapping__by">{match && isAsFound ? matchedBy[match.by] : 'as you chose'}</td>
    </tr>
  );
}

function SheetChoice({ opened, mapping, send }: { opened: OpenedFile; mapping: Mapping; send: Send }) {
  if (opened.sheets.length < 2) return null;
  return (
    <label class="mapping__sheet">
      Sheet{' '}
      <select
        value={mapping.sheet}
        onChange={({ currentTarget }) => send({ type: 'sheet.chosen', sheet: Number(currentTarget.value) })}
      >
        {opened.sheets.map(({ name, rows, isHidden }, index) => (
          <option key={name} value={index}>
            {name} ({counted(rows, 'row')}
            {isHidden ? ', hidden' : ''})
          </option>
        ))}
      </select>
    </label>
  );
}

interface SheetTickProps {
  sheet: SheetSummary;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

/** A sheet that may be read too; one of which nothing is known is shown, but cannot be chosen. */
function SheetTick({ sheet: { name, rows, isHidden, isKnown }, isChosen, onChange }: SheetTickProps) {
  const isList = isKnown && rows > 0;
  const besides = `${isHidden ? ', hidden' : ''}${isList ? '' : ', in which no column of an inventory was found'}`;
  return (
    <label>
      <input
        type="checkbox"
        checked={isChosen}
        disabled={!isList}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />{' '}
      {name} ({counted(rows, 'row')}
      {besides})
    </label>
  );
}

/** Which other sheets are read into the same list. */
function SheetsTogether({ opened, mapping, send }: { opened: OpenedFile; mapping: Mapping; send: Send }) {
  if (opened.sheets.length < 2) return null;
  const together = mapping.together ?? [];
  const choose = (index: number, isChosen: boolean): void =>
    send({
      type: 'sheets.joined',
      together: isChosen ? [...together, index] : together.filter((other) => other !== index),
    });
  return (
    <fieldset class="mapping__together">
      <legend>Read other sheets into the same list</legend>
      {opened.sheets.map((sheet, index) =>
        index === mapping.sheet ? null : (
          <SheetTick
            key={sheet.name}
            sheet={sheet}
            isChosen={together.includes(index)}
            onChange={(isChosen) => choose(index, isChosen)}
          />
        ),
      )}
    </fieldset>
  );
}

/** How many interfaces come from each of the sheets that are read together. */
function SheetCounts({ parts }: Pick<Preview, 'parts'>) {
  if (parts.length < 2) return null;
  const texts = parts.map(({ name, rows, leftOut }) => {
    const aside = leftOut === 0 ? '' : ` (${counted(leftOut, 'row')} left out)`;
    return `${counted(rows, 'interface')} from “${name}”${aside}`;
  });
  const total = parts.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <p class="notice">
      {texts.join(', ')}: {counted(total, 'interface')} together. Each sheet is read by its own columns, which you see
      when you choose it above; the columns Sheet and Row say where each interface stood.
    </p>
  );
}

/** What the list calls F&O, where none of its names says so: without it nobody knows which way data go. */
function OwnNameChoice({ sheet, mapping, send }: { sheet: SheetSummary; mapping: Mapping; send: Send }) {
  if (sheet.endNames.length === 0) return null;
  return (
    <label class="mapping__sheet">
      Which of these is F&O?{' '}
      <select
        value={mapping.ownName ?? ''}
        onChange={({ currentTarget }) => send({ type: 'own.named', name: currentTarget.value })}
      >
        <option value="">As its names say</option>
        {sheet.endNames.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which row holds the headers, for a list in which it was found wrongly. */
function HeaderRowChoice({ sheet, send }: { sheet: SheetSummary; send: Send }) {
  return (
    <label class="mapping__sheet">
      Headers stand in{' '}
      <select
        value={String(sheet.header)}
        onChange={({ currentTarget: { value } }) =>
          send({ type: 'header.chosen', choice: value === 'none' ? 'none' : Number(value) })
        }
      >
        <option value="none">no row: the list begins at once</option>
        {sheet.couldBeHeader.map(({ number, text }) => (
          <option key={number} value={number}>
            row {number}: {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How a spreadsheet was understood, to be corrected and confirmed before anything is decided. */
export function MappingStep({ snapshot, send }: MappingStepProps) {
  const { opened, mapping, preview, history } = snapshot.context;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sheet = mapping && opened?.sheets[mapping.sheet];
  if (!opened || !mapping || !sheet) return null;
  const hasRows = history.present.inventory.rows.length > 0;
  const used = mapping.columns.filter((column) => column !== 'extra').length;
  const confirmMapping = (isAdding: boolean): void => send({ type: 'mapping.confirmed', isAdding });
  return (
    <section class="mapping" aria-labelledby="mapping-heading">
      <h2 id="mapping-heading" ref={heading} tabIndex={-1}>
        How the spreadsheet “{opened.title}” was understood
      </h2>
      <p role="status">
        {counted(preview?.rows ?? sheet.rows, 'interface')}, {used} of {counted(sheet.matches.length, 'column')} used.
        Correct what is wrong; your corrections are remembered in this browser.
      </p>
      {sheet.remarks.map((remark) => (
        <p key={remark} class="notice">
          {remark}
        </p>
      ))}
      <SheetChoice opened={opened} mapping={mapping} send={send} />
      <SheetsTogether opened={opened} mapping={mapping} send={send} />
      {preview && <SheetCounts parts={preview.parts} />}
      <HeaderRowChoice sheet={sheet} send={send} />
      <OwnNameChoice sheet={sheet} mapping={mapping} send={send} />
      <RowsAside sheet={sheet} takenIn={mapping.takenIn} send={send} />
      <ScrollRegion label="Columns">
        <table>
          <thead>
            <tr>
              <th scope="col">Your column</th>
              <th scope="col">For instance</th>
              <th scope="col">Is taken for</th>
              <th scope="col">Because</th>
            </tr>
          </thead>
          <tbody>
            {sheet.matches.map(({ header }, index) => (
              <ColumnChoice key={`${header} ${index}`} sheet={sheet} mapping={mapping} index={index} send={send} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {preview && <WordReadings words={preview.words} send={send} />}
      {preview && <Examples examples={preview.examples} />}
      {preview && <CellFaults faults={preview.faults} total={preview.faultCount} />}
      <p class="button-row">
        <button type="button" class="button" onClick={() => confirmMapping(false)}>
          {hasRows ? 'Replace the inventory by these' : 'Decide these interfaces'}
        </button>
        {hasRows && (
          <button type="button" class="button button--quiet" onClick={() => confirmMapping(true)}>
            Add them to the inventory
          </button>
        )}
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'mapping.cancelled' })}>
          Cancel
        </button>
      </p>
    </section>
  );
}

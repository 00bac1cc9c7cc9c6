import { useState } from 'preact/hooks';
import { toFragment } from '#apps/tools/address.ts';
import { hand } from '#apps/writing/hand.ts';
import { path } from '#content/publishing/path.ts';
import { rowsIn, type Tool } from '#core/tools/tool.ts';
import { Brief } from './Brief.tsx';
import { ToolChart } from './charts.tsx';
import { Distribution } from './Distribution.tsx';
import { EntryTable } from './EntryTable.tsx';
import { Inputs } from './Inputs.tsx';
import { Notices } from './Notices.tsx';
import { Headline, isUnfilled, Results } from './Results.tsx';
import { Sensitivity } from './Sensitivity.tsx';
import { type ToolInUse, useTool } from './use-tool.ts';

/** Id of the block in the page that carries the tool as data. */
export const TOOL_DATA_ID = 'tool-data';

let carried: Tool | undefined;

/** The tool that the page carries. */
function toolOfPage(): Tool {
  carried ??= JSON.parse(document.getElementById(TOOL_DATA_ID)?.textContent ?? '{}') as Tool;
  return carried;
}

const linkOf = (tool: Tool, { entries }: ToolInUse): string => {
  const { origin, pathname } = window.location;
  const fragment = toFragment(tool, entries);
  return `${origin}${pathname}${fragment === '' ? '' : `#${fragment}`}`;
};

/** Example, workbook, link, and back to the beginning. */
function Actions({ tool, use }: { tool: Tool; use: ToolInUse }) {
  const [said, setSaid] = useState('');

  const write = async (): Promise<void> => {
    setSaid('The workbook is being written.');
    try {
      const { writeToolWorkbook } = await import('#apps/tools/writing/write-tool-workbook.ts');
      const answerAddress = (id: string): string => `${window.location.origin}${path(`/${id}/`)}`;
      const file = await writeToolWorkbook(tool, use.entries, { address: linkOf(tool, use), answerAddress });
      hand(`${tool.id}.xlsx`, file);
      setSaid('The workbook is written. Its formulas go on working in Excel.');
    } catch {
      setSaid(
        'The workbook could not be written: the part that writes it could not be loaded. Your numbers are still here; try again when you are online.',
      );
    }
  };

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(linkOf(tool, use));
      setSaid('The link is copied. Whoever opens it sees your numbers.');
    } catch {
      setSaid(
        'The browser did not let the page copy. The address of this page holds your numbers, so copy it from there.',
      );
    }
  };

  return (
    <>
      <p class="button-row">
        <button type="button" class="button" onClick={use.openExample}>
          Open the worked example
        </button>
        <button type="button" class="button button--quiet" onClick={write}>
          Excel workbook
        </button>
        <button type="button" class="button button--quiet" onClick={copy}>
          Copy link
        </button>
        <button type="button" class="button button--quiet" onClick={use.startAgain}>
          Start again
        </button>
      </p>
      <p class="tool-said" role="status">
        {said}
      </p>
    </>
  );
}

/** A tool at work: what it asks, what comes out, and how. */
export function ToolApp() {
  const tool = toolOfPage();
  const use = useTool(tool);
  const { entries, read, worked, change } = use;
  // A picture of what is not filled in would say something that is not so.
  const hasPictures = !isUnfilled({ tool, read, worked });
  return (
    <div class="tool">
      <Notices tool={use} />
      <Actions tool={tool} use={use} />
      <Headline tool={tool} read={read} worked={worked} />
      <Brief tool={tool} entries={entries} read={read} worked={worked} link={() => linkOf(tool, use)} />
      <Inputs
        inputs={tool.inputs}
        entries={entries.inputs}
        faults={read.faults}
        onChange={(id, text) => change({ ...entries, inputs: { ...entries.inputs, [id]: text } })}
      />
      {tool.tables.map((table) => (
        <EntryTable
          key={table.id}
          tool={tool}
          table={table}
          rows={rowsIn(table, entries.tables[table.id] ?? [])}
          worked={worked.tables[table.id] ?? []}
          faults={read.faults.filter((fault) => fault.table === table.id)}
          onChange={(rows) => change({ ...entries, tables: { ...entries.tables, [table.id]: rows } })}
        />
      ))}
      {hasPictures &&
        tool.charts.map((chart) => (
          <ToolChart key={chart.title} chart={chart} tool={tool} read={read} worked={worked} />
        ))}
      {hasPictures && tool.simulation && <Distribution tool={tool} read={read} />}
      <Results tool={tool} read={read} worked={worked} />
      <Sensitivity tool={tool} read={read} />
    </div>
  );
}

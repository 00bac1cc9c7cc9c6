import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type DiagramKind,
  type DrawnLandscape,
  lineSentence,
  toDrawio,
  toMermaidLandscape,
  toPlantUml,
} from '#apps/inventory/landscape/diagram-files.ts';
import type { Grain, Landscape, LandscapeFilter } from '#apps/inventory/landscape/landscape.ts';
import { lineText } from '#apps/inventory/landscape/line-text.ts';
import { type Inventory, systemsOf } from '#apps/inventory/machine/inventory.ts';
import { messageOf } from '#apps/inventory/machine/missing-part.ts';
import type { DecisionFeed } from '#apps/inventory/machine/services.ts';
import { counted } from '#apps/inventory/view/counted.ts';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import { useSetup } from '#apps/inventory/view/setup.ts';
import { fileStem } from '#apps/inventory/writing/file-stem.ts';
import { hand } from '#apps/writing/hand.ts';
import { type MiddlewareVerdict, middlewareVerdicts, type PatternId } from '#core/advisor/rule-book.ts';
import { middlewareText, patternName } from '#core/advisor/wording.ts';
import { LandscapeDrawing } from './LandscapeDrawing.tsx';
import { svgFileOf } from './svg-file.ts';

/** What the landscape is drawn from. */
export interface LandscapeViewProps {
  inventory: Inventory;
  decisions: DecisionFeed;
  /** Whether every interface is decided. */
  isReady: boolean;
}

const grainText: Readonly<Record<Grain, string>> = {
  interface: 'Each line is an interface.',
  pattern: 'Interfaces of one pattern, way and verdict share a line, which says how many there are.',
  system:
    'There are many interfaces, so each system has one line for all of them, which says how many there are of each pattern.',
};

/** What the picture shows, in a sentence or two. */
function sayLandscape({ grain, systems, lines, interfaces, notDrawn }: Landscape): string {
  const hubbed = lines.filter(({ throughHub }) => throughHub).reduce((sum, { keys }) => sum + keys.length, 0);
  const left =
    notDrawn.length > 0 ? ` ${counted(notDrawn.length, 'system')} with the fewest interfaces are not drawn.` : '';
  return `${counted(interfaces, 'interface')} between F&O and ${counted(systems.length, 'system')}; ${hubbed} of them go through a hub, as their verdict wants it. ${grainText[grain]}${left}`;
}

function Filters({
  inventory,
  filter,
  onFilter,
}: {
  inventory: Inventory;
  filter: LandscapeFilter;
  onFilter: (next: LandscapeFilter) => void;
}) {
  const { book } = useSetup();
  return (
    <div class="filter-bar">
      <label>
        Pattern{' '}
        <select
          value={filter.pattern ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, pattern: value === '' ? undefined : (value as PatternId | 'none') })
          }
        >
          <option value="">all</option>
          {book.patterns.map(({ id }) => (
            <option key={id} value={id}>
              {patternName(id, book)}
            </option>
          ))}
          <option value="none">No pattern</option>
        </select>
      </label>
      <label>
        System{' '}
        <select
          value={filter.system ?? ''}
          onChange={({ currentTarget: { value } }) => onFilter({ ...filter, system: value === '' ? undefined : value })}
        >
          <option value="">all</option>
          {systemsOf(inventory.rows)
            .slice(0, 500)
            .map((system) => (
              <option key={system} value={system}>
                {system}
              </option>
            ))}
        </select>
      </label>
      <label>
        Verdict{' '}
        <select
          value={filter.verdict ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, verdict: value === '' ? undefined : (value as MiddlewareVerdict) })
          }
        >
          <option value="">all</option>
          {middlewareVerdicts.map((verdict) => (
            <option key={verdict} value={verdict}>
              {middlewareText[verdict]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const NAMED = 6;

/** The same as the picture, system by system: what is read aloud, printed, and shown where there is no room for a picture. */
function LandscapeList({ landscape }: { landscape: Landscape }) {
  const { book } = useSetup();
  return (
    <table class="landscape__list">
      <thead>
        <tr>
          <th scope="col">System</th>
          <th scope="col">Way</th>
          <th scope="col">Pattern</th>
          <th scope="col" class="number">
            Interfaces
          </th>
          <th scope="col">Which</th>
        </tr>
      </thead>
      <tbody>
        {landscape.systems.flatMap(({ name }) =>
          landscape.lines
            .filter(({ system }) => system === name)
            .map((line, index, own) => (
              <tr key={line.id}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={own.length}>
                    {name}
                  </th>
                )}
                <td>{lineSentence(line)}</td>
                <td>
                  {line.patterns.length > 1
                    ? lineText(line, 'system', book)
                    : patternName(line.patterns[0]?.pattern, book)}
                </td>
                <td class="number">{line.keys.length}</td>
                <td>
                  {line.titles.slice(0, NAMED).join(', ')}
                  {line.titles.length > NAMED && ` and ${line.titles.length - NAMED} more`}
                </td>
              </tr>
            )),
        )}
      </tbody>
    </table>
  );
}

const textFiles: readonly { kind: DiagramKind; label: string; ending: string; write: typeof toDrawio }[] = [
  { kind: 'mermaid', label: 'Mermaid', ending: 'mmd', write: toMermaidLandscape },
  { kind: 'drawio', label: 'draw.io', ending: 'drawio', write: toDrawio },
  { kind: 'plantuml', label: 'PlantUML (C4)', ending: 'puml', write: toPlantUml },
];

/** F&O, the systems around it and every interface between them, as a picture, as a table and as files. */
export function LandscapeView({ inventory, decisions, isReady }: LandscapeViewProps) {
  // On a phone the picture is left out, so the table stands open in its place.
  const [isListed] = useState(() => window.matchMedia('(max-width: 40rem)').matches);
  const { book } = useSetup();
  const [filter, setFilter] = useState<LandscapeFilter>({});
  const [drawn, setDrawn] = useState<DrawnLandscape | undefined>();
  const [failure, setFailure] = useState('');
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isReady) return;
    let isCurrent = true;
    decisions.draw(inventory, filter).then(
      (next) => {
        if (!isCurrent) return;
        setDrawn(next);
        setFailure('');
      },
      (error) => isCurrent && setFailure(messageOf(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [inventory, filter, isReady, decisions]);
  const stem = `${fileStem(inventory.title, 'programme')}-landscape`;
  const saveSvg = (): void => {
    const drawing = picture.current?.querySelector('svg');
    if (drawing) hand(`${stem}.svg`, new Blob([svgFileOf(drawing)], { type: 'image/svg+xml' }));
  };
  return (
    <section class="landscape" aria-labelledby="landscape-heading">
      <h3 id="landscape-heading">The landscape</h3>
      <Filters inventory={inventory} filter={filter} onFilter={setFilter} />
      {failure !== '' && (
        <p class="notice notice--failure" role="alert">
          {failure}
        </p>
      )}
      {!drawn && failure === '' && <p role="status">{isReady ? 'Drawing…' : 'Waiting until all is decided…'}</p>}
      {drawn && (
        <>
          <p role="status">{sayLandscape(drawn.landscape)}</p>
          {drawn.landscape.interfaces > 0 && (
            <>
              <div class="landscape__picture" ref={picture}>
                <ScrollRegion label="Picture of the landscape">
                  <LandscapeDrawing
                    drawn={drawn}
                    label={`The landscape of ${inventory.title}`}
                    says={sayLandscape(drawn.landscape)}
                  />
                </ScrollRegion>
              </div>
              <details class="landscape__table" open={isListed}>
                <summary>The same as a table</summary>
                <ScrollRegion label="Interfaces by system">
                  <LandscapeList landscape={drawn.landscape} />
                </ScrollRegion>
              </details>
              <p class="button-row">
                Save the picture as{' '}
                <button type="button" class="link-button" onClick={saveSvg}>
                  SVG
                </button>
                {textFiles.map(({ kind, label, ending, write }) => (
                  <button
                    key={kind}
                    type="button"
                    class="link-button"
                    onClick={() =>
                      hand(
                        `${stem}.${ending}`,
                        new Blob([write(drawn, { title: inventory.title, book })], {
                          type: 'text/plain;charset=utf-8',
                        }),
                      )
                    }
                  >
                    {label}
                  </button>
                ))}
              </p>
            </>
          )}
        </>
      )}
    </section>
  );
}

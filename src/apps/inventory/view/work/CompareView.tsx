import { useState } from 'preact/hooks';
import type { Comparison, Verdict } from '#apps/inventory/deciding/compare.ts';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import { messageOf } from '#apps/inventory/machine/missing-part.ts';
import type { DecisionFeed } from '#apps/inventory/machine/services.ts';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { counted } from '#apps/inventory/view/counted.ts';
import { FileButton } from '#apps/inventory/view/FileButton.tsx';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import { useSetup } from '#apps/inventory/view/setup.ts';
import { answerText, fieldLabel, middlewareText, patternName } from '#core/advisor/wording.ts';

/** What is compared. */
export interface CompareViewProps {
  inventory: Inventory;
  decisions: DecisionFeed;
}

/** Interfaces of one kind that are listed. */
const LISTED = 200;

function useVerdictText() {
  const { book } = useSetup();
  return ({ pattern, middleware }: Verdict): string =>
    [patternName(pattern, book), middleware && middlewareText[middleware].toLowerCase()].filter(Boolean).join(', ');
}

function Only({ title, interfaces }: { title: string; interfaces: Comparison['added'] }) {
  const textOf = useVerdictText();
  if (interfaces.length === 0) return null;
  return (
    <>
      <h4>
        {title} ({interfaces.length})
      </h4>
      <ScrollRegion label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Interface</th>
              <th scope="col">Other system</th>
              <th scope="col">Recommended</th>
            </tr>
          </thead>
          <tbody>
            {interfaces.slice(0, LISTED).map(({ number, title: name, system, verdict }, index) => (
              <tr key={`${number} ${name} ${index}`}>
                <td>{number}</td>
                <th scope="row">{name}</th>
                <td>{system}</td>
                <td>{textOf(verdict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {interfaces.length > LISTED && <p>The first {LISTED} are listed.</p>}
    </>
  );
}

function Changed({ changed }: Pick<Comparison, 'changed'>) {
  const { book } = useSetup();
  const textOf = useVerdictText();
  if (changed.length === 0) return null;
  return (
    <>
      <h4>Changed ({changed.length})</h4>
      <ScrollRegion label="Changed interfaces">
        <table>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Interface</th>
              <th scope="col">What changed</th>
              <th scope="col">Recommended before</th>
              <th scope="col">Recommended now</th>
            </tr>
          </thead>
          <tbody>
            {changed.slice(0, LISTED).map(({ number, title, renamedFrom, answers, movedFrom, verdict }, index) => (
              <tr key={`${number} ${title} ${index}`}>
                <td>{number}</td>
                <th scope="row">{title}</th>
                <td>
                  {[
                    ...(renamedFrom === undefined ? [] : [`was called ${renamedFrom}`]),
                    ...answers.map(
                      ({ field, before, after }) =>
                        `${fieldLabel(field, book)}: ${answerText(field, before, book)} → ${answerText(field, after, book)}`,
                    ),
                  ].join('; ')}
                </td>
                <td>{movedFrom ? textOf(movedFrom) : 'the same'}</td>
                <td>{textOf(verdict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {changed.length > LISTED && <p>The first {LISTED} are listed.</p>}
    </>
  );
}

/** The list that is open beside an older version of it: what came, what went, and what moved. */
export function CompareView({ inventory, decisions }: CompareViewProps) {
  const [found, setFound] = useState<{ comparison: Comparison; title: string } | undefined>();
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState('');
  const compare = async (source: Source): Promise<void> => {
    setReading(true);
    setFailure('');
    try {
      setFound(await decisions.compare(inventory, source));
    } catch (error) {
      setFailure(messageOf(error));
    }
    setReading(false);
  };
  const { comparison, title } = found ?? {};
  const moved = comparison?.changed.filter(({ movedFrom }) => movedFrom).length ?? 0;
  return (
    <section class="comparison" aria-labelledby="comparison-heading">
      <h3 id="comparison-heading">Two versions of the list</h3>
      <p>
        Choose an older version of this list, as a spreadsheet or a project file. It is read like any other, with what
        you corrected before; interfaces are the same where their numbers are, else where name and other system are.
      </p>
      <FileButton label="Choose the older version" onSource={compare} />
      {isReading && <p role="status">Reading and deciding the older version…</p>}
      {failure !== '' && (
        <p class="notice notice--failure" role="alert">
          {failure}
        </p>
      )}
      {comparison && (
        <>
          <p role="status">
            Against “{title}”: {counted(comparison.added.length, 'interface')} added, {comparison.gone.length} gone,{' '}
            {comparison.changed.length} changed ({moved} with another recommendation), {comparison.same} the same
            {comparison.unclear.length > 0 &&
              `; ${comparison.unclear.length} could not be matched, because several have the same name: give them numbers`}
            .
          </p>
          <Changed changed={comparison.changed} />
          <Only title="Added" interfaces={comparison.added} />
          <Only title="Gone" interfaces={comparison.gone} />
        </>
      )}
    </section>
  );
}

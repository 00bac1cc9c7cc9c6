import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import type { Preview } from '#apps/inventory/reading/import-session.ts';
import type { FieldWord } from '#apps/inventory/reading/read-sheet-row.ts';
import { isGuess, isUnread } from '#apps/inventory/reading/read-value.ts';
import type { Field } from '#core/advisor/profile.ts';
import { isCount } from '#core/advisor/profile.ts';
import { answerText, choiceText } from '#core/advisor/wording.ts';
import { useSetup } from './setup.ts';

function ExampleWord({ column, word, reading }: FieldWord) {
  const { vocabulary, book } = useSetup();
  const field = column as Field;
  const text = (value: string): string =>
    isCount(field)
      ? answerText(field, Number(value), book)
      : value
          .split('; ')
          .map((one) => choiceText(field, one, book))
          .join('; ');
  const after = isUnread(reading) ? 'not understood' : reading.text === '' ? 'not known' : text(reading.text);
  return (
    <li data-unread={isUnread(reading) ? '' : undefined}>
      {columnLabel(column, vocabulary, book)}: “{word.slice(0, 60)}” → {after}
      {isGuess(reading) && <em> (a guess)</em>}
    </li>
  );
}

/** The first rows before and after, so that a wrong reading is seen before anything is decided by it. */
export function Examples({ examples }: Pick<Preview, 'examples'>) {
  if (examples.every(({ words }) => words.length === 0)) return null;
  return (
    <details class="mapping__words">
      <summary>The first {examples.length} rows, before and after</summary>
      <ol class="mapping__examples">
        {examples.map(({ row, words }) => (
          <li key={row}>
            Row {row}
            <ul>
              {words.map((word, index) => (
                <ExampleWord key={`${word.column} ${index}`} {...word} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}

import {
  type ChoiceField,
  choices,
  type Field,
  fields,
  isChoice,
  isCount,
  type Profile,
} from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { answerText, fieldLabel, questionOf } from '#core/advisor/wording.ts';
import type { Reading } from '#core/language/understand.ts';
import type { DescribeActor, DescribeSnapshot } from './use-describe.ts';

interface UnderstoodProps {
  snapshot: DescribeSnapshot;
  send: DescribeActor['send'];
  book: RuleBook;
}

type Value = NonNullable<Profile[Field]>;

interface EditorProps {
  field: Field;
  value: Value | undefined;
  book: RuleBook;
  onChange: (value: Value) => void;
}

function ChoiceEditor({ field, value, book, onChange }: EditorProps & { field: ChoiceField }) {
  const labels = new Map((questionOf(field, book)?.options ?? []).map((option) => [option.value, option.label]));
  return (
    <select
      aria-label={fieldLabel(field, book)}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value as Value)}
    >
      {value === undefined && <option value="">Choose one</option>}
      {choices[field].map((word) => (
        <option key={word} value={word}>
          {labels.get(word) ?? word}
        </option>
      ))}
    </select>
  );
}

/** What an answer may be changed to, in the form that its question has. */
function Editor(props: EditorProps) {
  const { field, value, book, onChange } = props;
  if (isChoice(field)) return <ChoiceEditor {...props} field={field} />;
  if (!isCount(field)) return <span>{answerText(field, value, book)}</span>;
  return (
    <input
      type="number"
      min={0}
      aria-label={fieldLabel(field, book)}
      value={String(value ?? '')}
      onChange={({ currentTarget: { valueAsNumber } }) => {
        if (Number.isFinite(valueAsNumber) && valueAsNumber >= 0) onChange(valueAsNumber);
      }}
    />
  );
}

/** Why an answer stands there: the words, the arithmetic, and whether it is only a guess. */
function groundOf(reading: Reading, text: string): string {
  const quoted = reading.words.map(({ start, end }) => `“${text.slice(start, end)}”`).join(', ');
  const because = reading.because ? `: ${reading.because}` : '';
  return `${reading.certainty === 'guess' ? 'a guess from ' : 'from '}${quoted}${because}`;
}

interface RowProps extends EditorProps {
  ground: string;
  isGuess: boolean;
  onRemove: (() => void) | undefined;
}

function Row({ ground, isGuess, onRemove, ...editor }: RowProps) {
  const label = fieldLabel(editor.field, editor.book);
  return (
    <li class="describe__row" data-guess={isGuess}>
      <span class="describe__name">{label}</span>
      <Editor {...editor} />
      <span class="describe__ground">{ground}</span>
      {onRemove && (
        <button type="button" class="link-button" aria-label={`Remove ${label}`} onClick={onRemove}>
          Remove
        </button>
      )}
    </li>
  );
}

/** Everything that was understood as a list, where each answer can be corrected or taken out. */
export function Understood({ snapshot: { context }, send, book }: UnderstoodProps) {
  const { text, understanding, edits } = context;
  if (!understanding) return null;
  const { readings, unsettled, systems, notUnderstood } = understanding;
  const rows = fields.flatMap((field) => {
    const reading = readings.find((one) => one.field === field);
    const open = unsettled.find((one) => one.field === field);
    const edited = edits[field];
    if (edited === null || (!reading && !open && edited === undefined)) return [];
    const said = open?.readings.map((one) => `“${answerText(field, one.value, book)}”`).join(' and ');
    const ground =
      edited !== undefined
        ? 'corrected by you'
        : reading
          ? groundOf(reading, text)
          : `the text says both ${said}; neither is taken`;
    const value = edited ?? reading?.value;
    return [{ field, value, ground, isGuess: edited === undefined && reading?.certainty !== 'certain' }];
  });
  const names = [...new Set(systems.map(({ name }) => name))];
  return (
    <div class="describe__understood">
      {rows.length > 0 && (
        <ul aria-label="What was understood">
          {rows.map(({ field, ...row }) => (
            <Row
              key={field}
              field={field}
              {...row}
              book={book}
              onChange={(value) => send({ type: 'reading.corrected', field, value })}
              onRemove={row.value === undefined ? undefined : () => send({ type: 'reading.removed', field })}
            />
          ))}
        </ul>
      )}
      {names.length > 0 && <p class="describe__note">Systems named: {names.join(', ')}.</p>}
      {notUnderstood.length > 0 && (
        <p class="describe__note">
          Not understood: {notUnderstood.map(({ start, end }) => `“${text.slice(start, end)}”`).join(', ')}.
        </p>
      )}
    </div>
  );
}

import type { Question } from '#core/advisor/rule-book.ts';

interface OptionRowProps {
  option: Question['options'][number];
  kind: 'radio' | 'checkbox';
  isChecked: boolean;
  isDisabled: boolean;
  /** Why it cannot be true beside the answers given before. */
  conflict: string | undefined;
  /** What the recommendation would be with it, where that is told. */
  outcome?: string | undefined;
  onChoose: () => void;
  /** It was pointed at, and is meant at once; moving through the answers by arrow keys only chooses. */
  onPick?: (() => void) | undefined;
}

/** A press of a finger or a button of the mouse, the first of a double click; keys and readers press without a count. */
const isPress = ({ detail }: MouseEvent): boolean => detail === 1;

/** One answer that a question offers. */
export function OptionRow(props: OptionRowProps) {
  const { option, kind, isChecked, isDisabled, conflict, outcome, onChoose, onPick } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys choose by the field inside, and go on by Enter in the form
    <label class="option" onClick={(event) => !isDisabled && isPress(event) && onPick?.()}>
      <input
        type={kind}
        name="answer"
        value={option.value}
        checked={isChecked}
        disabled={isDisabled}
        onChange={onChoose}
      />
      <span class="option__label">{option.label}</span>
      {option.hint && <span class="option__hint">{option.hint}</span>}
      {outcome && <span class="option__outcome">leads to {outcome}</span>}
      {conflict && <span class="option__conflict">Contradicts an earlier answer: {conflict}</span>}
    </label>
  );
}

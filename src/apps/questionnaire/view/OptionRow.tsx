import type { Question } from '#core/advisor/rule-book.ts';

interface OptionRowProps {
  option: Question['options'][number];
  kind: 'radio' | 'checkbox';
  isChecked: boolean;
  isDisabled: boolean;
  /** Why it cannot be true beside the answers given before. */
  conflict: string | undefined;
  onChoose: () => void;
}

/** One answer that a question offers. */
export function OptionRow({ option, kind, isChecked, isDisabled, conflict, onChoose }: OptionRowProps) {
  return (
    <label class="option">
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
      {conflict && <span class="option__conflict">Contradicts an earlier answer: {conflict}</span>}
    </label>
  );
}

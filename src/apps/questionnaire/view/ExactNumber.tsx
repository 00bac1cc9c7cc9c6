interface ExactNumberProps {
  typed: string;
  onType: (typed: string) => void;
}

/** The number itself, for those who know it. */
export function ExactNumber({ typed, onType }: ExactNumberProps) {
  return (
    <label class="question__exact">
      Or the number, if you know it
      <input
        type="number"
        name="exact"
        min="0"
        step="1"
        inputMode="numeric"
        value={typed}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </label>
  );
}

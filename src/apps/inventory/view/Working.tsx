interface WorkingProps {
  text: string;
  /** The part that is done, from 0 to 1; left out where nobody knows. */
  done?: number;
  onCancel: () => void;
}

/** What is being worked on, how far it is, and a way to stop it. */
export function Working({ text, done, onCancel }: WorkingProps) {
  return (
    <div class="working" role="status">
      <label>
        {text}… <progress value={done} max={1} />
      </label>
      <button type="button" class="button button--quiet" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

import { allowedNumber, type Fault } from '#core/tools/read-entries.ts';
import type { Basis, Input, Row } from '#core/tools/tool.ts';

interface InputsProps {
  inputs: readonly Input[];
  entries: Row;
  faults: readonly Fault[];
  onChange(id: string, text: string): void;
}

/** Where a value comes from, with its source. */
export function Ground({ basis: { text, url, source, checked } }: { basis: Basis }) {
  return (
    <>
      {text}{' '}
      {url && (
        <>
          <a href={url}>{source}</a>
          {checked && `, checked ${checked}`}
        </>
      )}
    </>
  );
}

function Field({
  input,
  text,
  fault,
  onChange,
}: {
  input: Input;
  text: string;
  fault: Fault | undefined;
  onChange(text: string): void;
}) {
  const id = `input-${input.id}`;
  const isOwn = text.trim() !== String(input.default);
  const described = [fault ? `${id}-fault` : '', `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="tool-field">
      <label for={id}>{input.label}</label>
      {input.kind === 'number' ? (
        <span class="tool-field__value">
          <input
            id={id}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={text}
            aria-invalid={fault ? 'true' : undefined}
            aria-describedby={described}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />{' '}
          {input.unit}
        </span>
      ) : (
        <select
          id={id}
          value={text}
          aria-describedby={described}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {input.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
      {fault && (
        <p class="tool-field__fault" id={`${id}-fault`}>
          {fault.text}
        </p>
      )}
      <p class="tool-field__hint" id={`${id}-hint`}>
        {input.hint} {input.kind === 'number' && !fault && text.trim() === '' && `Write ${allowedNumber(input)}.`}
      </p>
      <details class="tool-field__ground">
        <summary>
          {isOwn ? 'Your own value' : 'Where this comes from'}
          <span class="visually-hidden">: {input.label}</span>
        </summary>
        <p>
          {isOwn && `The default is ${input.default}. `}
          <Ground basis={input.basis} />
        </p>
      </details>
    </div>
  );
}

/** What is asked once, each with where its default comes from. */
export function Inputs({ inputs, entries, faults, onChange }: InputsProps) {
  return (
    <section class="tool-inputs" aria-labelledby="inputs-heading">
      <h2 id="inputs-heading">Your numbers</h2>
      <div class="tool-inputs__fields">
        {inputs.map((input) => (
          <Field
            key={input.id}
            input={input}
            text={entries[input.id] ?? ''}
            fault={faults.find((fault) => fault.table === undefined && fault.field === input.id)}
            onChange={(text) => onChange(input.id, text)}
          />
        ))}
      </div>
    </section>
  );
}

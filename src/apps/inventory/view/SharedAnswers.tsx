import { type Inventory, type Shared, systemsOf } from '#apps/inventory/machine/inventory.ts';
import type { Send } from '#apps/inventory/machine/machine.ts';
import { choices } from '#core/advisor/profile.ts';
import { choiceText, fieldLabel, questionOf } from '#core/advisor/wording.ts';
import { useSetup } from './setup.ts';

interface SharedAnswersProps {
  inventory: Inventory;
  send: Send;
}

type SharedField = keyof Shared['answers'];

/** What is said once for the whole programme. */
export function SharedAnswers({ inventory: { shared, rows }, send }: SharedAnswersProps) {
  const { book } = useSetup();
  const counted = systemsOf(rows).length;
  const change = (next: Shared, done: string): void => send({ type: 'shared.changed', shared: next, done });
  const answer = (field: SharedField, value: string): void => {
    const { [field]: _before, ...others } = shared.answers;
    const answers = value === '' ? others : { ...others, [field]: value };
    change({ ...shared, answers: answers as Shared['answers'] }, `${fieldLabel(field, book)} for all`);
  };
  const choice = (field: 'deployment' | 'ownership') => (
    <label>
      {questionOf(field, book)?.ask}
      <select value={shared.answers[field] ?? ''} onChange={({ currentTarget }) => answer(field, currentTarget.value)}>
        <option value="">Not said for all</option>
        {choices[field].map((value) => (
          <option key={value} value={value}>
            {choiceText(field, value, book)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section class="shared" aria-labelledby="shared-heading">
      <h3 id="shared-heading">Said once for all</h3>
      <p>These fill the blanks of every interface; what a row says itself goes before.</p>
      <div class="shared__fields">
        {choice('deployment')}
        {choice('ownership')}
        <label class="shared__check">
          <input
            type="checkbox"
            checked={shared.countSystems}
            onChange={({ currentTarget }) =>
              change({ ...shared, countSystems: currentTarget.checked }, 'counting the systems')
            }
          />{' '}
          Count the different other systems ({counted}) as the systems in the programme
        </label>
      </div>
    </section>
  );
}

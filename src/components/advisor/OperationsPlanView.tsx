import type { OperationsPlan } from '#core/advisor/operations.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { Ground } from './Ground.tsx';

interface OperationsPlanViewProps {
  plan: OperationsPlan;
  book: RuleBook;
}

/** An operations plan: what to do, on what ground, and the service level to agree on; needs `operations.css`. */
export function OperationsPlanView({ plan: { sections, promises }, book }: OperationsPlanViewProps) {
  return (
    <div class="operations-plan">
      {sections.map(({ id, title, items }) => (
        <section key={id} data-section={id}>
          <h4>{title}</h4>
          <ul class="reasons">
            {items.map(({ text, evidence, sources }) => (
              <li key={text}>
                {text}
                <Ground evidence={evidence} sources={sources} book={book} judgement="Proposal" />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h4>Service level to agree on</h4>
        <table>
          <thead>
            <tr>
              <th scope="col">Promise</th>
              <th scope="col">Proposed by us</th>
              <th scope="col">Agreed</th>
            </tr>
          </thead>
          <tbody>
            {promises.map(({ name, proposed }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{proposed}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

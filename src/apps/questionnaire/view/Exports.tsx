import { useId, useState } from 'preact/hooks';
import { advice as adviceOn, siteState } from '#apps/offline/site-state.ts';
import { fileNameOf, MAX_NAME } from '#apps/questionnaire/name.ts';
import { hand } from '#apps/writing/hand.ts';
import { pictureOf, toMermaid } from '#components/diagrams/reference-architecture.ts';
import type { Advice } from '#core/advisor/advice.ts';
import { openVariantIds, variantId } from '#core/advisor/chain.ts';
import { decisionRecord } from '#core/advisor/decision-record.ts';
import { inSnakeCase } from '#core/advisor/snake-case.ts';
import { whatWouldChange } from '#core/advisor/variations.ts';
import { download } from './download.ts';
import { KeepDecision } from './KeepDecision.tsx';
import type { QuestionnaireActor } from './use-questionnaire.ts';

/** The picture as text; none where there is no pattern to draw. */
const mermaidOf = ({ chain }: Advice): string | undefined => chain && toMermaid(pictureOf(chain));

/** The advice as plain data, for another program; its keys are spelt as on the command line. */
export function jsonOf(advice: Advice): string {
  const { book, given, unsure, profile, recommendation, certainty, conflicts, capacity, chain, operations } = advice;
  const { primary, middleware, middlewareKinds, standings } = recommendation;
  return JSON.stringify(
    inSnakeCase({
      schemaVersion: 2,
      rulesVersion: book.version,
      answers: given,
      notSure: unsure,
      profile,
      primary: primary ?? null,
      middleware,
      certainty,
      variant: (chain && variantId(chain)) ?? null,
      variantsOpen: chain ? openVariantIds(chain) : [],
      parts: chain?.parts.map(({ id }) => id) ?? [],
      middlewareKinds: middlewareKinds.map(({ kind }) => kind),
      standings: standings.map(({ pattern, score, excludedBy, favouredBy, heldAgainst }) => ({
        pattern,
        score,
        excludedBy: excludedBy.map(({ id }) => id),
        favouredBy: favouredBy.map(({ id }) => id),
        heldAgainst: heldAgainst.map(({ id }) => id),
      })),
      conflicts: conflicts.map(({ rule, waysOut }) => ({ rule: rule.id, waysOut })),
      wouldChange: Object.values(whatWouldChange(given, unsure, book)).flat(),
      capacity: capacity.map(({ rule, status, value, arithmetic }) => ({ rule: rule.id, status, value, arithmetic })),
      operations: operations && {
        serviceLevel: operations.level.id,
        promises: operations.promises,
        sections: operations.sections.map(({ id, items }) => ({
          id,
          items: items.map(({ text, evidence, sources }) => ({ text, evidence, sources })),
        })),
      },
    }),
    null,
    2,
  );
}

/** A file for a program of Office; what writes it is loaded when somebody asks for it. */
interface OfficeDocument {
  name: string;
  kind: string;
  ending: string;
  write: (advice: Advice, name: string, link: string) => Promise<Blob>;
}

const wordPage: OfficeDocument = {
  name: 'page for Word',
  kind: 'Word pages',
  ending: 'docx',
  write: async (...what) => (await import('#apps/questionnaire/meeting-page.ts')).meetingFile(...what),
};
const slide: OfficeDocument = {
  name: 'slide',
  kind: 'slides',
  ending: 'pptx',
  write: async (...what) => (await import('#apps/questionnaire/verdict-slide.ts')).verdictSlideFile(...what),
};

interface ExportsProps {
  advice: Advice;
  name: string;
  /** The sentence that the answers were read from; empty where they were given one by one. */
  sentence: string;
  send: QuestionnaireActor['send'];
}

/** What the interface is called, in the title of the record and in the names of files. */
function Name({ name, send }: Pick<ExportsProps, 'name' | 'send'>) {
  const id = useId();
  return (
    <p class="result__name">
      <label for={id}>Name of the interface</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        maxLength={MAX_NAME}
        value={name}
        onChange={({ currentTarget }) => send({ type: 'name.given', name: currentTarget.value })}
      />
    </p>
  );
}

/** Ways to take the recommendation along. */
export function Exports({ advice, name, sentence, send }: ExportsProps) {
  const [said, setSaid] = useState('');
  const copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid('Link copied.');
    } catch {
      setSaid('The browser did not allow it: copy the address from its bar, it holds all answers.');
    }
  };
  const take = async (document: OfficeDocument): Promise<void> => {
    setSaid(`Writing the ${document.name}…`);
    try {
      hand(`${fileNameOf(name)}.${document.ending}`, await document.write(advice, name, window.location.href));
      setSaid(`The ${document.name} is saved.`);
    } catch {
      setSaid(
        `The part that writes ${document.kind} could not be loaded. ${adviceOn[await siteState()]} Your answers are kept; press the button to try again.`,
      );
    }
  };
  const button = (label: string, act: () => void, isFirst = false) => (
    <button type="button" class={isFirst ? 'button' : 'button button--quiet'} onClick={act}>
      {label}
    </button>
  );
  const picture = mermaidOf(advice);
  return (
    <div class="result__exports">
      <Name name={name} send={send} />
      <KeepDecision
        taken={{ name, sentence, answers: { profile: advice.given, unsure: advice.unsure } }}
        book={advice.book}
      />
      {button(
        'Decision record (Markdown)',
        () =>
          download(
            `${fileNameOf(name)}.md`,
            'text/markdown',
            decisionRecord(name || 'this interface', advice, picture, window.location.href),
          ),
        true,
      )}
      {button('Page for a meeting (Word)', () => take(wordPage))}
      {button('Slide (PowerPoint)', () => take(slide))}
      {button('Copy link', copyLink)}
      {button('JSON', () => download(`${fileNameOf(name)}.json`, 'application/json', jsonOf(advice)))}
      {picture && button('Picture (Mermaid)', () => download(`${fileNameOf(name)}.mmd`, 'text/plain', picture))}
      {button('Print', () => window.print())}
      <p role="status">{said}</p>
    </div>
  );
}

import { useState } from 'preact/hooks';
import { hand } from '#apps/writing/hand.ts';
import { briefOf, leftOutText } from '#core/tools/brief.ts';
import { resultText, sayingOf, type ToolAtWork } from '#core/tools/saying.ts';
import type { Entries } from '#core/tools/tool.ts';

interface BriefProps extends ToolAtWork {
  entries: Entries;
  /** Address that opens the page with these entries. */
  link(): string;
}

/** Prints one section of the page and nothing else. */
function printAlone(section: string): void {
  const root = document.documentElement;
  root.dataset.printing = section;
  window.addEventListener('afterprint', () => delete root.dataset.printing, { once: true });
  window.print();
}

/** The page for those who decide: verdict, what stands against it, conditions and risks; on paper and as a slide. */
export function Brief({ tool, entries, read, worked, link }: BriefProps) {
  const [said, setSaid] = useState('');
  const lead = tool.results.find(({ id }) => id === tool.lead);
  if (!tool.brief || !lead) return null;
  const lists = briefOf(tool, worked);
  const verdict = resultText(lead, worked);
  const standing = [sayingOf(lead, { tool, read, worked }), leftOutText(read)].filter(Boolean).join(' ');

  const slide = async (): Promise<Blob> => {
    const [{ slideFile }, { toolSlide }] = await Promise.all([
      import('#apps/writing/write-slide.ts'),
      import('#apps/tools/writing/tool-slide.ts'),
    ]);
    return slideFile(toolSlide(tool, lists, { verdict, standing, address: link() }));
  };

  const page = async (): Promise<Blob> => {
    const { briefDocument } = await import('#apps/tools/writing/brief-document.ts');
    return briefDocument(tool, entries, link());
  };

  const write = async (what: string, ending: string, make: () => Promise<Blob>): Promise<void> => {
    setSaid(`The ${what} is being written.`);
    try {
      hand(`${tool.id}.${ending}`, await make());
      setSaid(`The ${what} is written.`);
    } catch {
      setSaid(
        `The ${what} could not be written: the part that writes it could not be loaded. Your entries are still here; try again when you are online.`,
      );
    }
  };

  return (
    <section class="tool-brief" aria-labelledby="brief-heading">
      <h2 id="brief-heading">{tool.brief.title}</h2>
      <p class="tool-brief__verdict">{verdict}</p>
      <p>{standing}</p>
      <div class="tool-brief__lists">
        {lists.map(({ title, rows, none }) => (
          <div key={title}>
            <h3>
              {title}
              {rows.length > 0 && ` (${rows.length})`}
            </h3>
            {rows.length === 0 ? (
              <p>{none}</p>
            ) : (
              <ul>
                {rows.map(({ name, details }, index) => (
                  <li key={index}>
                    <strong>{name}</strong>
                    {details.length > 0 && ` (${details.join(', ')})`}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      <p class="button-row">
        <button type="button" class="button button--quiet" onClick={() => printAlone('brief')}>
          Print this page
        </button>
        <button type="button" class="button button--quiet" onClick={() => write('slide', 'pptx', slide)}>
          PowerPoint slide
        </button>
        <button type="button" class="button button--quiet" onClick={() => write('page', 'docx', page)}>
          Word page
        </button>
      </p>
      <p class="tool-said" role="status">
        {said}
      </p>
    </section>
  );
}

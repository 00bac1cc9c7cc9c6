import type { ToolInUse } from './use-tool.ts';

const refusals = {
  full: 'This browser has no room left, so what you type is not kept after you leave. The address and the workbook hold your numbers.',
  denied:
    'This browser does not let the page keep anything, so what you type is gone when you leave. The address and the workbook hold your numbers.',
} as const;

/** What became of numbers that somebody typed earlier, and what may be done about it. */
export function Notices({ tool }: { tool: ToolInUse }) {
  const { notice, aside } = tool;
  return (
    <>
      {notice.kind === 'bad-link' && (
        <p class="notice notice--failure" role="alert">
          The numbers in this link cannot be read. Below are the ones that this browser has kept, or the defaults.
        </p>
      )}
      {notice.kind === 'refused' && (
        <p class="notice" role="status">
          {refusals[notice.reason]}
        </p>
      )}
      {notice.kind === 'unreadable' && (
        <p class="notice notice--failure" role="alert">
          This browser holds numbers that this version of the page cannot read, perhaps from a newer one. They are left
          as they are, so nothing that you type here is kept; the address and the workbook hold it.
        </p>
      )}
      {notice.kind === 'other-tab' && (
        <div class="notice notice--failure" role="alert">
          <p>
            Another tab has changed these numbers in the meantime. Nothing is kept until you choose; the others are set
            aside.
          </p>
          <p class="button-row">
            <button type="button" class="button" onClick={tool.keepMine}>
              Keep what is shown here
            </button>
            <button type="button" class="button button--quiet" onClick={tool.takeTheirs}>
              Use the other tab’s
            </button>
          </p>
        </div>
      )}
      {aside && notice.kind !== 'other-tab' && (
        <p class="notice" role="status">
          Other numbers of yours are set aside.{' '}
          <button type="button" class="link-button" onClick={tool.swap}>
            Show them instead
          </button>
        </p>
      )}
    </>
  );
}

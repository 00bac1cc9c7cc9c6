import type { ComponentChildren } from 'preact';

/** A part that may be wider than its place: it scrolls by itself, by keyboard too. */
export function ScrollRegion({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or no key scrolls it
    <section class="scroll-x" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

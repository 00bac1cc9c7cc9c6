import { createComponent, renderJSX } from 'astro/runtime/server/index.js';
import { compiledBody } from '#content/publishing/compiled-body.ts';
import type { Article } from '#content/reading/entries.ts';
import { mdxComponents } from './index.ts';

type PageResult = Parameters<typeof renderJSX>[0];

/** The body of an answer or a pattern as a component that a page draws. */
export function bodyOf({ body }: Article): ReturnType<typeof createComponent> {
  const draw = compiledBody(body);
  return createComponent((result: PageResult) => renderJSX(result, draw({ components: mdxComponents })));
}

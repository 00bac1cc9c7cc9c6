import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import { evaluate } from 'satteri';

/** What draws a body: it takes the components that an author may write, and gives a tree for Astro's `renderJSX`. */
export type CompiledBody = (props: { components: Record<string, unknown> }) => unknown;

/**
 * Compiles the MDX of an answer or a pattern in this process, as Astro's integration does it in a module of its own: with
 * an id on each heading, and printers' quotes and dashes.
 *
 * A body is no module of the bundle, because passing one each through the bundler took longer than drawing all pages,
 * and longer with every answer.
 */
export function compiledBody(mdx: string): CompiledBody {
  const { default: content } = evaluate(mdx, {
    Fragment,
    jsx: (type, props) => jsx(type, props as object),
    jsxs: (type, props) => jsxs(type, props as object),
    elementAttributeNameCase: 'html',
    features: { frontmatter: false, smartPunctuation: true },
    hastPlugins: [satteriHeadingIdsPlugin()],
  }) as { default: CompiledBody };
  return ({ components }) => content({ components: { Fragment, ...components } });
}

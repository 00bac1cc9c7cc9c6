/**
 * The build that the page in the window came from, as the page itself says; empty in development, where there is none.
 *
 * It stands in the page and not in the scripts: those are named by their content, and stay what they were where a build
 * changes other things.
 */
export const pageBuild = (): string => document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? '';

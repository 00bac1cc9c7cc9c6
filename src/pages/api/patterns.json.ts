import type { APIRoute } from 'astro';
import { fillFigures } from '#content/publishing/figures-text.ts';
import { library } from '#content/publishing/site.ts';
import { inSnakeCase } from '#core/advisor/snake-case.ts';
import { schemaVersion } from './_schema-version.ts';

/** The patterns with what they are compared by and the figures that limit them. */
export const GET: APIRoute = () => {
  const fill = (text: string) => fillFigures(text, library.figures);
  const patterns = library.patterns.map((pattern) => ({
    id: pattern.id,
    name: pattern.name,
    line: fill(pattern.line),
    verdict: fill(pattern.verdict),
    useWhen: pattern.useWhen.map(fill),
    avoidWhen: pattern.avoidWhen.map(fill),
    comparison: Object.fromEntries(Object.entries(pattern.comparison).map(([key, text]) => [key, fill(text)])),
    limits: pattern.limits.flatMap((id) => {
      const figure = library.figures.get(id);
      if (!figure) return [];
      const { value, unit, scope, kind, source, checked } = figure;
      return [{ id, value, unit, scope, kind, source: library.sources.get(source)?.url, checked }];
    }),
    reviewed: pattern.reviewed,
  }));
  return Response.json(inSnakeCase({ schemaVersion, patterns }));
};

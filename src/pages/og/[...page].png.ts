import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { create } from 'fontkitten';
import { picturesIn } from '#build/previews/kept-pictures.ts';
import { lightPalette, plainPens } from '#build/previews/palette.ts';
import { drawPng, flatColours } from '#build/previews/png.ts';
import { previewSvg } from '#build/previews/preview.ts';
import type { Typeface } from '#build/previews/typeset.ts';
import Illustration from '#components/illustrations/Illustration.astro';
import pens from '#components/illustrations/illustrations.css?raw';
import { fillFigures } from '#content/publishing/figures-text.ts';
import { library } from '#content/publishing/site.ts';
import { siteName } from '#layouts/site-name.ts';
import tokens from '#styles/tokens.css?raw';

interface Props {
  kicker: string;
  title: string;
  hub: string;
}

const face = create(readFileSync('src/assets/fonts/newsreader-500.woff2')) as unknown as Typeface;
const kept = picturesIn(import.meta.env.KEPT);
const container = await AstroContainer.create();

const innerSvg = (markup: string): string => markup.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>[\s\S]*$/g, '');
const scenes = new Map(
  await Promise.all(
    library.hubs.map(
      async ({ id }): Promise<[string, string]> => [
        id,
        innerSvg(await container.renderToString(Illustration, { props: { hub: id, decorative: true } })),
      ],
    ),
  ),
);

const shortName = (hub: string): string => library.hubs.find(({ id }) => id === hub)?.short ?? siteName;

/** The picture of each answer, hub and pattern, and one for all other pages. */
export const getStaticPaths: GetStaticPaths = () => [
  ...library.answers.map(({ id, hub, question }) => ({
    params: { page: id },
    props: { kicker: shortName(hub), title: fillFigures(question, library.figures), hub },
  })),
  ...library.hubs.map(({ id, line }) => ({
    params: { page: id },
    props: { kicker: shortName(id), title: line, hub: id },
  })),
  ...library.patterns.map(({ id, name }) => ({
    params: { page: `patterns/${id}` },
    props: { kicker: 'Integration pattern', title: name, hub: 'integration' },
  })),
  {
    params: { page: 'site' },
    props: {
      kicker: 'Dynamics 365 Finance & Operations',
      title: 'Positions you can defend, and an advisor that picks the integration pattern',
      hub: 'integration',
    },
  },
];

export const GET: APIRoute<Props> = async ({ props: { kicker, title, hub } }) => {
  const palette = lightPalette(tokens, hub);
  const preview = { kicker, title, scene: scenes.get(hub) ?? '' };
  const svg = previewSvg(preview, siteName, palette, plainPens(pens, palette), face);
  const png = await kept.picture({ svg, encoding: flatColours }, drawPng);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};

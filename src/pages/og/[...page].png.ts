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
import { sharePictures } from '#content/publishing/share-pictures.ts';
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

/** The picture of each page that has one, and one for all other pages. */
export const getStaticPaths: GetStaticPaths = () =>
  sharePictures.map(({ page, kicker, title, hub }) => ({ params: { page }, props: { kicker, title, hub } }));

export const GET: APIRoute<Props> = async ({ props: { kicker, title, hub } }) => {
  const palette = lightPalette(tokens, hub);
  const preview = { kicker, title, scene: scenes.get(hub) ?? '' };
  const svg = previewSvg(preview, siteName, palette, plainPens(pens, palette), face);
  const png = await kept.picture({ svg, encoding: flatColours }, drawPng);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};

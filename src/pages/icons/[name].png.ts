import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import sharp from 'sharp';

/** Share of the edge that stays free around the sign; a maskable icon may lose its corners to a circle. */
const margins = { any: 0.08, maskable: 0.22, touch: 0.14 } as const;
type Kind = keyof typeof margins;

interface Icon {
  kind: Kind;
  size: number;
}

const icons: readonly Icon[] = [
  { kind: 'any', size: 192 },
  { kind: 'any', size: 512 },
  { kind: 'maskable', size: 512 },
  { kind: 'touch', size: 180 },
];

const surface = '#fdfcf9';

export const getStaticPaths = () =>
  icons.map((icon) => ({ params: { name: `${icon.kind}-${icon.size}` }, props: icon }));

/** The site's sign as an icon for home screens, drawn from the same file as the browser's tab. */
export const GET: APIRoute<Icon> = async ({ props: { kind, size } }) => {
  const inner = Math.round(size * (1 - 2 * margins[kind]));
  const border = Math.floor((size - inner) / 2);
  const sign = await sharp(readFileSync('public/favicon.svg'), { density: 1200 }).resize(inner, inner).toBuffer();
  const ground = sharp({ create: { width: size, height: size, channels: 4, background: surface } });
  const png = await ground
    .composite([{ input: sign, top: border, left: border }])
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(png));
};

import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { picturesIn } from '#build/previews/kept-pictures.ts';

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

interface Drawing {
  sign: string;
  /** Edge of the sign, in pixels. */
  inner: number;
  size: number;
  surface: string;
}

async function draw({ sign, inner, size, surface }: Drawing): Promise<Uint8Array> {
  const border = Math.floor((size - inner) / 2);
  const input = await sharp(Buffer.from(sign), { density: 1200 }).resize(inner, inner).toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: surface } })
    .composite([{ input, top: border, left: border }])
    .png({ palette: true })
    .toBuffer();
}

const kept = picturesIn(import.meta.env.KEPT);

/** The site's sign as an icon for home screens, drawn from the same file as the browser's tab. */
export const GET: APIRoute<Icon> = async ({ props: { kind, size } }) => {
  const sign = readFileSync('public/favicon.svg', 'utf8');
  const inner = Math.round(size * (1 - 2 * margins[kind]));
  return new Response(new Uint8Array(await kept.picture({ sign, inner, size, surface }, draw)));
};

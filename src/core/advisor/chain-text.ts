import { type Chain, type ChainPart, partsAt, variantText } from './chain.ts';
import type { Evidence, RuleBook } from './rule-book.ts';
import { type ChosenVariant, isVariantCertain, type VariantMove } from './variants.ts';
import { anyAnswerText, fieldLabel, joinWords, patternName } from './wording.ts';

/** One line about a design, with the ground that it stands on. */
export interface ChainLine {
  text: string;
  evidence: Evidence;
  sources: readonly string[];
}

/** Pattern and variant as one name: `Data management framework: data package API, scheduled outside F&O`. */
export const designName = (chain: Chain, book: RuleBook): string =>
  `${patternName(chain.pattern, book)}: ${variantText(chain)}`;

/** How far a variant can be relied on, in one sentence; nothing where it is certain. */
export function doubtText({ choice, chosen, open }: ChosenVariant): string {
  const others = joinWords(
    open.map(({ name }) => `“${name}”`),
    'or',
  );
  if (chosen) return others ? `As far as it is known; open answers could still make it ${others}.` : '';
  const undecided = choice.undecided ?? '';
  return others ? `${undecided} What remains: ${others}.` : undecided;
}

const lineOf = (name: string, { evidence, sources }: Omit<ChainLine, 'text'>, ...sentences: string[]): ChainLine => ({
  text: [`${name}.`, ...sentences].filter((sentence) => sentence !== '').join(' '),
  evidence,
  sources,
});

/** Why a variant was chosen, or what is left open of it. */
function variantLine(one: ChosenVariant): ChainLine {
  const { choice, chosen } = one;
  if (!chosen) return lineOf(`${choice.title}: undecided`, { evidence: 'judgement', sources: [] }, doubtText(one));
  return lineOf(`${choice.title}: ${chosen.name}`, chosen, chosen.reason, isVariantCertain(one) ? '' : doubtText(one));
}

/** What one more answer would make of it: `With Who starts = F&O: Recurring integration, scheduled in F&O.` */
export const moveText = ({ field, values, domain, variant }: VariantMove, book: RuleBook): string =>
  `With ${fieldLabel(field, book)} = ${anyAnswerText(field, values, book, domain)}: ${variant.name}.`;

/** Why a part is there. */
const partLine = (part: ChainPart): ChainLine => lineOf(part.name, part, part.reason);

/** The design step by step, from the other end to those who repair, with the reason of each step. */
export const reasonLines = (chain: Chain): ChainLine[] => [
  ...partsAt(chain, 'front').map(partLine),
  ...chain.variants.map(variantLine),
  ...partsAt(chain, 'behind').map(partLine),
  ...partsAt(chain, 'repair').map(partLine),
];

/** What it takes to run each part; a proposal of ours. */
const runLine = ({ name, run }: ChainPart): ChainLine => lineOf(name, { evidence: 'judgement', sources: [] }, run);

/** What a variant needs, and where it ends. */
const demands = ({ chosen }: ChosenVariant): ChainLine[] =>
  chosen ? [lineOf(chosen.name, chosen, ...chosen.needs, ...chosen.limits)] : [];

/** The design as an operations plan tells it: what each step needs, and what it takes to run it. */
export const runLines = (chain: Chain): ChainLine[] => [
  ...partsAt(chain, 'front').map(runLine),
  ...chain.variants.flatMap(demands),
  ...partsAt(chain, 'behind').map(runLine),
  ...partsAt(chain, 'repair').map(runLine),
];

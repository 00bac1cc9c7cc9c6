import { stringify } from 'yaml';
import type { HubEntry } from '#content/reading/entries.ts';

/** A file that an editor goes on with. */
export interface AnswerDraft {
  /** Path below the project's root. */
  file: string;
  text: string;
}

interface DraftRequest {
  hub: string;
  question: string;
  /** Last part of the address; made from the question where none is wished for. */
  slug?: string | undefined;
  /** `YYYY-MM-DD` */
  today: string;
}

const SLUG_WORDS = 4;
const small = new Set(
  'a an and are as at be by can could do does for from have how i if in into is it its may much must need of on or our should so than that the their them to too us was we what when where which who why will with would you your'.split(
    ' ',
  ),
);

/** A short address from the telling words of a question: "How many records can we push through OData?" → `many-records-push-through`. */
export function slugOf(question: string): string {
  const words = question
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[a-z0-9]+/g);
  const telling = (words ?? []).filter((word) => !small.has(word));
  return telling.slice(0, SLUG_WORDS).join('-');
}

/**
 * The file an editor begins with: the question stands, and everything that the content check will ask for is empty.
 *
 * @returns the draft, or what was wrong with the wish and what is allowed
 */
export function draftOf(
  { hub, question, slug, today }: DraftRequest,
  hubs: readonly Pick<HubEntry, 'id' | 'topics'>[],
): AnswerDraft | { problem: string } {
  const home = hubs.find(({ id }) => id === hub);
  if (!home) return { problem: `"${hub}" is no hub; hubs are ${hubs.map(({ id }) => id).join(', ')}.` };
  if (!question.trim().endsWith('?')) return { problem: `"${question}" is no question: it must end with "?".` };
  const address = slug ?? slugOf(question);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(address)) {
    return {
      problem: `"${address}" is no address: lower-case letters, digits and single hyphens; name one with --slug.`,
    };
  }
  const frontMatter = stringify({
    question: question.trim(),
    verdict: '',
    audiences: [],
    topic: '',
    aliases: [],
    related: [],
    sources: [],
    reviewed: today,
    confidence: 'practitioner-judgement',
  }).replace('topic: ""', `topic: "" # ${home.topics.map(({ id }) => id).join(', ')}`);
  return { file: `content/answers/${hub}/${address}.mdx`, text: `---\n${frontMatter}---\n` };
}

import type { APIRoute, GetStaticPaths } from 'astro';
import type { AnswerEntry } from '#content/entries.ts';
import { answerMarkdown } from '#content/markdown.ts';
import { origin } from '#content/origin.ts';
import { library } from '#content/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  library.answers.map((answer) => ({ params: { hub: answer.hub, question: answer.slug }, props: { answer } }));

/** The same answer as Markdown, for people who paste it and for machines that read it. */
export const GET: APIRoute<{ answer: AnswerEntry }> = ({ props }) =>
  new Response(answerMarkdown(props.answer, library, origin), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });

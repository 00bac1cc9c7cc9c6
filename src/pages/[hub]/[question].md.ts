import type { APIRoute, GetStaticPaths } from 'astro';
import { answerMarkdown } from '#content/publishing/markdown.ts';
import { origin } from '#content/publishing/origin.ts';
import { keyOfAnswer } from '#content/publishing/page-key.ts';
import { library } from '#content/publishing/site.ts';
import type { AnswerEntry } from '#content/reading/entries.ts';

export const getStaticPaths: GetStaticPaths = () =>
  library.answers.map((answer) => ({
    params: { hub: answer.hub, question: answer.slug },
    props: { answer },
    cacheKey: keyOfAnswer(answer),
  }));

/** The same answer as Markdown, for people who paste it and for machines that read it. */
export const GET: APIRoute<{ answer: AnswerEntry }> = ({ props }) =>
  new Response(answerMarkdown(props.answer, library, origin), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });

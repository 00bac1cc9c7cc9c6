import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { answerSchema } from './content/schemas/answer.ts';
import { hubSchema } from './content/schemas/hub.ts';
import { patternSchema } from './content/schemas/pattern.ts';

export const collections = {
  hubs: defineCollection({ loader: glob({ base: './content/hubs', pattern: '*.yaml' }), schema: hubSchema }),
  answers: defineCollection({ loader: glob({ base: './content/answers', pattern: '*/*.mdx' }), schema: answerSchema }),
  patterns: defineCollection({ loader: glob({ base: './content/patterns', pattern: '*.mdx' }), schema: patternSchema }),
};

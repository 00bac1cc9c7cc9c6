import type { ReadEntries } from '#core/tools/read-entries.ts';
import { simulate } from '#core/tools/simulate.ts';
import type { Tool } from '#core/tools/tool.ts';

/** What the page asks for; answers come under the same number. */
export interface SimulationRequest {
  number: number;
  tool: Tool;
  read: ReadEntries;
}

/** All outcomes, the lowest first. */
export interface SimulationAnswer {
  number: number;
  outcomes: readonly number[];
}

addEventListener('message', ({ data: { number, tool, read } }: MessageEvent<SimulationRequest>) => {
  if (!tool.simulation) return;
  const { outcomes } = simulate(tool, read, tool.simulation);
  postMessage({ number, outcomes } satisfies SimulationAnswer);
});

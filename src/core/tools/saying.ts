import { holdsTrue, type Worked } from './evaluate.ts';
import type { ReadEntries } from './read-entries.ts';
import type { Result, Tool } from './tool.ts';
import { valueText, withUnit } from './words.ts';

/** A tool with what was typed into it and what came out. */
export interface ToolAtWork {
  tool: Tool;
  read: ReadEntries;
  worked: Worked;
}

/** A result as it stands in a sentence. */
export function resultText(result: Result, { results }: Worked): string {
  const value = results[result.id];
  return value === undefined
    ? (result.none ?? 'not known yet')
    : withUnit(valueText(value, result.format), result.unit);
}

/** What is said about a result: the first sentence whose condition holds, with its numbers. */
export function sayingOf(result: Result, { tool, read, worked }: ToolAtWork): string | undefined {
  const said = result.says.find(({ when }) => holdsTrue(tool, read, when))?.text;
  return said?.replaceAll(/\{([a-z0-9_]+)\}/g, (whole, id: string) => {
    const named = tool.results.find((each) => each.id === id);
    if (named) return resultText(named, worked);
    const input = tool.inputs.find((each) => each.id === id);
    return input ? withUnit(valueText(read.inputs[id]), 'unit' in input ? input.unit : undefined) : whole;
  });
}

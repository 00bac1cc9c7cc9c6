import type { $ZodErrorMap, $ZodIssue, $ZodTypes } from 'zod/v4/core';

/** What a schema says to one value: where it stands and what is wrong, in an editor's words. */
interface Fault {
  path: readonly PropertyKey[];
  message: string;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'fields with values',
  record: 'names with values',
};

/** The names that an object or a record with listed names takes. */
function namesOf(schema: unknown): string[] | undefined {
  const { def } = (schema as Partial<$ZodTypes> | undefined)?._zod ?? {};
  if (def?.type === 'object') return Object.keys(def.shape);
  const key = def?.type === 'record' ? (def.keyType as $ZodTypes)._zod.def : undefined;
  return key?.type === 'enum' ? Object.values(key.entries).map(String) : undefined;
}

/** Words for what Zod says in a programmer's; what it does not speak of is left to Zod. */
export const inWords: $ZodErrorMap = (issue) => {
  const names = issue.code === 'unrecognized_keys' ? namesOf(issue.inst) : undefined;
  if (names) return `is no field here; allowed are ${names.join(', ')}`;
  if (issue.code !== 'invalid_type') return undefined;
  const expected = kinds[issue.expected] ?? issue.expected;
  return issue.input === undefined ? `is missing; ${expected} is expected` : `must be ${expected}`;
};

/** Whether an issue only says that a value is of another kind altogether. */
const isOtherKind = ({ code, path }: $ZodIssue): boolean => code === 'invalid_type' && path.length === 0;

const depthOf = (issues: readonly $ZodIssue[]): number => Math.max(...issues.map(({ path }) => path.length));

/**
 * What of a value that may be of several kinds is wrong: what the kind that it is of says to it, which is the one that
 * looked deepest into it. A value that is of none of them is told all of them.
 */
function unionFaults(
  path: readonly PropertyKey[],
  message: string,
  branches: readonly (readonly $ZodIssue[])[],
): Fault[] {
  const [meant] = branches
    .filter((issues) => issues.length > 0 && !issues.some(isOtherKind))
    .toSorted((one, other) => depthOf(other) - depthOf(one));
  if (meant) return meant.flatMap(faultsOf).map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
  const messages = branches.flatMap((issues) => issues.filter(isOtherKind).map((issue) => issue.message));
  const [first = message, ...others] = [...new Set(messages)];
  return [{ path, message: [first, ...others.map((other) => other.replace(/^must be /, ''))].join(' or ') }];
}

/** Every fault that an issue stands for, each with its own path. */
export function faultsOf(issue: $ZodIssue): Fault[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], message }));
  if (issue.code === 'invalid_union') return unionFaults(path, message, issue.errors);
  // What is wrong with a key stands one level down.
  if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? message }];
  return [{ path, message }];
}

/** Plain data as it comes out of `JSON.parse`. */
type Json = unknown;

const spell = (key: string): string => key.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Plain data with all keys in snake_case, as every JSON that leaves the product spells them and as the fields of a profile
 * are spelt. Values stay as they are, ids among keys too, since none has a capital letter.
 *
 * @example inSnakeCase({ rulesVersion: '2.0', answers: [{ volume_per_day: 5 }] })
 * // { rules_version: '2.0', answers: [{ volume_per_day: 5 }] }
 */
export function inSnakeCase(data: Json): Json {
  if (Array.isArray(data)) return data.map(inSnakeCase);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [spell(key), inSnakeCase(value)]));
}

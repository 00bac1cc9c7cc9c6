import { advise } from '#core/advisor/advice.ts';
import { openVariantIds, variantId } from '#core/advisor/chain.ts';
import { metersOf } from '#core/advisor/meters.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { openQuestions, whatWouldChange } from '#core/advisor/variations.ts';

/** A recommendation as one line of JSON tells it; the names are part of the command's contract. */
export function summaryLine(id: string, profile: Profile, book: RuleBook, withReasons: boolean) {
  const advice = advise(profile, [], book);
  const { recommendation, certainty, explanation, conflicts, contradictions, capacity, chain, operations } = advice;
  const others = recommendation.standings.filter(({ pattern }) => pattern !== recommendation.primary);
  const line = {
    id,
    primary: recommendation.primary ?? null,
    middleware: recommendation.middleware,
    alternatives: others.filter(({ excludedBy }) => excludedBy.length === 0).map(({ pattern }) => pattern),
    excluded: others.filter(({ excludedBy }) => excludedBy.length > 0).map(({ pattern }) => pattern),
    conflicts: conflicts.map(({ rule }) => rule.id),
    hinges_on: openQuestions(profile, [], book).map(({ field }) => field),
    certainty,
    contradictions: contradictions.map(({ id: rule }) => rule),
    variant: (chain && variantId(chain)) ?? null,
    variants_open: chain ? openVariantIds(chain) : [],
    parts: chain?.parts.map(({ id: part }) => part) ?? [],
  };
  if (!withReasons) return line;
  const { summary, reasons, despite, whyNot, influences } = explanation;
  const cited = (rules: typeof reasons) =>
    rules.map(({ id: rule, reason, evidence, sources }) => ({
      rule,
      reason,
      evidence,
      sources: sources.map((source) => book.sources[source]?.url ?? source),
    }));
  return {
    ...line,
    understood: profile,
    explanation: {
      summary,
      reasons: cited(reasons),
      despite: cited(despite),
      why_not: whyNot.map(({ pattern, verdict, text, rules, comparison }) => ({
        pattern,
        verdict,
        text,
        rules: cited(rules),
        comparison: comparison.map(({ criterion, ahead, better, against }) => ({
          criterion,
          ahead,
          better: better?.id,
          against: against?.id,
        })),
      })),
      influences,
      conflicts: conflicts.map(({ rule, waysOut }) => ({
        rule: rule.id,
        title: rule.title,
        reason: rule.reason,
        ways_out: waysOut.map(({ primary, ...way }) => ({ ...way, primary: primary ?? null })),
      })),
      would_change: Object.values(whatWouldChange(profile, [], book)).flat(),
      capacity: capacity.map(({ rule, status, arithmetic }) => ({ rule: rule.id, status, arithmetic })),
      meters: metersOf(advice.profile, recommendation, advice.chain, book).map(({ pattern, readings }) => ({
        pattern,
        readings: readings.map(({ rule, units, missing, arithmetic }) => ({
          meter: rule.id,
          name: rule.name,
          unit: rule.unit,
          units_a_month: units ?? null,
          missing,
          arithmetic,
        })),
      })),
      service_level: operations?.level.id,
      middleware_kinds: recommendation.middlewareKinds.map(({ name, reason }) => ({ name, reason })),
      notes: recommendation.notes.map(({ title, reason }) => ({ title, reason })),
    },
    rules_version: book.version,
  };
}

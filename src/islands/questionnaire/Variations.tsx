import type { RuleBook } from '#advisor/rule-book.ts';
import type { Variation } from '#advisor/variations.ts';
import { fieldLabel, middlewareText, patternName, rangeText } from '#advisor/wording.ts';

/** Other answers, each with what it would lead to. */
export function Variations({ variations, book }: { variations: readonly Variation[]; book: RuleBook }) {
  return (
    <ul class="reasons">
      {variations.map(({ field, value, primary, middleware }) => (
        <li key={`${field} ${String(value)}`}>
          {fieldLabel(field, book)}: <strong>{rangeText(field, value, book)}</strong>, then {patternName(primary, book)}
          ; {middlewareText[middleware].toLowerCase()}.
        </li>
      ))}
    </ul>
  );
}

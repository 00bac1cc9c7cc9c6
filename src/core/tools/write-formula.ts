import type { Expression, Sign } from './expression.ts';

/** How the kinds of parts of a formula are written; the parts inside of one are written already. */
export interface Style {
  number(value: number): string;
  text(value: string): string;
  truth(value: boolean): string;
  none: string;
  name(name: string): string;
  sign(sign: Sign): string;
  call(expression: Expression & { kind: 'call' }, parts: readonly string[]): string;
  gathering(expression: Expression & { kind: 'gathering' }, values: readonly string[]): string;
  latest(expression: Expression & { kind: 'latest' }, otherwise: string): string;
  holds(expression: Expression & { kind: 'holds' }): string;
  /** `and` and `or` as spreadsheets have them, as functions; otherwise they are signs. */
  junction?: (sign: 'and' | 'or', left: string, right: string) => string;
}

const tightness = (sign: Sign): number => {
  if (sign === 'or') return 0;
  if (sign === 'and') return 1;
  if (sign === '+' || sign === '-') return 3;
  return sign === '*' || sign === '/' ? 4 : 2;
};

/** Whether a part needs brackets to be read as it is meant. */
function isLooser(part: Expression, sign: Sign, isRight: boolean): boolean {
  if (part.kind !== 'binary') return part.kind === 'negative' && isRight;
  const [inside, outside] = [tightness(part.sign), tightness(sign)];
  return inside < outside || (inside === outside && (isRight || outside === 2));
}

/** Writes a formula in some style, with no more brackets than it needs. */
export function writeFormula(expression: Expression, style: Style): string {
  const write = (part: Expression): string => writeFormula(part, style);
  const bracketed = (part: Expression, sign: Sign, isRight: boolean): string =>
    isLooser(part, sign, isRight) ? `(${write(part)})` : write(part);
  switch (expression.kind) {
    case 'number':
      return style.number(expression.value);
    case 'text':
      return style.text(expression.value);
    case 'truth':
      return style.truth(expression.value);
    case 'none':
      return style.none;
    case 'name':
      return style.name(expression.name);
    case 'negative':
      return `-${bracketed(expression.of, '*', true)}`;
    case 'binary': {
      const { sign, left, right } = expression;
      if (style.junction && (sign === 'and' || sign === 'or')) return style.junction(sign, write(left), write(right));
      return `${bracketed(left, sign, false)}${style.sign(sign)}${bracketed(right, sign, true)}`;
    }
    case 'call':
      return style.call(expression, expression.of.map(write));
    case 'gathering':
      return style.gathering(
        expression,
        expression.where.map(({ value }) => write(value)),
      );
    case 'latest':
      return style.latest(expression, write(expression.otherwise));
    case 'holds':
      return style.holds(expression);
  }
}

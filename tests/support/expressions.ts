import { globSync, readFileSync } from 'node:fs';
import { type AST, parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp';
import { isPotentiallyEmpty, toUnicodeSet } from 'regexp-ast-analysis';
import { analyse } from 'scslre';
import ts from 'typescript';

/** A regular expression of the source. */
export interface Expression {
  file: string;
  line: number;
  source: string;
  flags: string;
}

/** Where an expression is put together while the program runs, of parts that cannot be followed. */
export interface Unfollowed {
  file: string;
  line: number;
  text: string;
}

export interface Found {
  expressions: Expression[];
  unfollowed: Unfollowed[];
}

/** The scripts of an Astro file, with everything else blanked, so that lines keep their numbers. */
function scriptsOf(text: string): string {
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');
  const scripts = /^---\n([\s\S]*?)\n---|<script\b(?:[^>]*[^>/])?>([\s\S]*?)<\/script>/g;
  let rest = '';
  let last = 0;
  for (const match of text.matchAll(scripts)) {
    const script = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(script);
    rest += blank(text.slice(last, start)) + script;
    last = start + script.length;
  }
  return rest + blank(text.slice(last));
}

/** The text that an expression of TypeScript stands for, as far as constants of the same file tell. */
function textOf(node: ts.Expression, constants: ReadonlyMap<string, ts.Expression>): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) {
    const constant = constants.get(node.text);
    return constant && textOf(constant, constants);
  }
  const isRaw = ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw';
  const template = isRaw ? node.template : node;
  const piece = (part: ts.TemplateLiteralLikeNode): string => (isRaw ? (part.rawText ?? '') : part.text);
  if (ts.isNoSubstitutionTemplateLiteral(template)) return piece(template);
  if (!ts.isTemplateExpression(template)) return undefined;
  const spans = template.templateSpans.map((span) => {
    const text = textOf(span.expression, constants);
    return text === undefined ? undefined : text + piece(span.literal);
  });
  return spans.includes(undefined) ? undefined : piece(template.head) + spans.join('');
}

function constantsOf(file: ts.SourceFile): Map<string, ts.Expression> {
  const constants = new Map<string, ts.Expression>();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer) constants.set(name.text, initializer);
    }
  }
  return constants;
}

const isConstruction = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  /^(?:globalThis\.)?RegExp$/.test(node.expression.getText());

/** Every regular expression of a source text: literals, and constructions as far as they can be followed. */
export function expressionsIn(file: string, text: string): Found {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const script = file.endsWith('.astro') ? scriptsOf(text) : text;
  const parsed = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, kind);
  const constants = constantsOf(parsed);
  const found: Found = { expressions: [], unfollowed: [] };
  const lineOf = (node: ts.Node): number => parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  function addLiteral(node: ts.RegularExpressionLiteral): void {
    const end = node.text.lastIndexOf('/');
    found.expressions.push({
      file,
      line: lineOf(node),
      source: node.text.slice(1, end),
      flags: node.text.slice(end + 1),
    });
  }
  function addConstruction(node: ts.NewExpression | ts.CallExpression): void {
    const [pattern, flags] = node.arguments ?? [];
    const source = pattern && textOf(pattern, constants);
    const flagText = flags ? textOf(flags, constants) : '';
    if (source === undefined || flagText === undefined) {
      found.unfollowed.push({ file, line: lineOf(node), text: node.getText() });
    } else found.expressions.push({ file, line: lineOf(node), source, flags: flagText });
  }
  function visit(node: ts.Node): void {
    if (ts.isRegularExpressionLiteral(node)) addLiteral(node);
    else if (isConstruction(node)) addConstruction(node);
    ts.forEachChild(node, visit);
  }
  visit(parsed);
  return found;
}

/** All regular expressions below `src`. */
export function expressionsOfSource(): Found {
  const all = globSync('src/**/*.{ts,tsx,js,astro}').map((file) =>
    expressionsIn(file.replaceAll('\\', '/'), readFileSync(file, 'utf8')),
  );
  return {
    expressions: all.flatMap(({ expressions }) => expressions),
    unfollowed: all.flatMap(({ unfollowed }) => unfollowed),
  };
}

/** How the time an expression takes grows with the text: in proportion, with a power of it, or doubling with each sign. */
export type Growth = 'linear' | 'polynomial' | 'exponential';

/** The unbounded repetitions in a part of an expression, outside its assertions. */
function repetitionsIn(part: AST.Element): AST.Quantifier[] {
  const found: AST.Quantifier[] = [];
  visitRegExpAST(part, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max === Number.POSITIVE_INFINITY) found.push(quantifier);
    },
  });
  return found;
}

/** The sets of characters that a part of an expression is made of. */
function charactersIn(part: AST.Element, flags: AST.Flags): ReturnType<typeof toUnicodeSet>[] {
  const found: ReturnType<typeof toUnicodeSet>[] = [];
  const add = (node: AST.Character | AST.CharacterSet | AST.CharacterClass): void => {
    found.push(toUnicodeSet(node, flags));
  };
  visitRegExpAST(part, {
    onCharacterEnter(node) {
      if (node.parent.type !== 'CharacterClass' && node.parent.type !== 'CharacterClassRange') add(node);
    },
    onCharacterSetEnter(node) {
      if (node.parent.type !== 'CharacterClass') add(node);
    },
    onCharacterClassEnter(node) {
      if (node.parent.type !== 'CharacterClass') add(node);
    },
  });
  return found;
}

const isAnchored = ([first]: readonly AST.Element[], flags: AST.Flags): boolean =>
  flags.sticky || (first?.type === 'Assertion' && first.kind === 'start' && !flags.multiline);

/**
 * Whether a repetition can run over places where the expression could begin as well, and fail behind them: `<a[^>]*>`
 * over `<a<a<a`. scslre looks for texts of one repeated character and does not see these.
 */
function canRunOverItsBeginning({ elements }: AST.Alternative, flags: AST.Flags): boolean {
  if (isAnchored(elements, flags)) return false;
  return elements.some((element, index) => {
    const before = elements.slice(0, index).filter((part) => !isPotentiallyEmpty(part, flags));
    if (before.length === 0) return false;
    const isLast = elements
      .slice(index + 1)
      .every((part) => part.type !== 'Assertion' && isPotentiallyEmpty(part, flags));
    return repetitionsIn(element).some((repetition) => {
      if (isLast && repetition === element) return false;
      const taken = charactersIn(repetition.element, flags);
      return before.every((part) =>
        charactersIn(part, flags).every((set) => taken.some((other) => !set.isDisjointWith(other))),
      );
    });
  });
}

/** Searching counts: an expression that is tried anew at each sign takes the square of the text's length, too. */
export function growthOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): Growth {
  const { reports } = analyse({ source, flags });
  if (reports.some(({ exponential }) => exponential)) return 'exponential';
  const literal = parseRegExpLiteral(new RegExp(source, flags));
  const runsOver = literal.pattern.alternatives.some((one) => canRunOverItsBeginning(one, literal.flags));
  return reports.length > 0 || runsOver ? 'polynomial' : 'linear';
}

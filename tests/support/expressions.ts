import { globSync, readFileSync } from 'node:fs';
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

/** Searching counts: an expression that is tried anew at each sign takes the square of the text's length, too. */
export function growthOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): Growth {
  const { reports } = analyse({ source, flags });
  if (reports.length === 0) return 'linear';
  return reports.some(({ exponential }) => exponential) ? 'exponential' : 'polynomial';
}

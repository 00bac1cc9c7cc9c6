import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Exports of a room, and those of them without a docstring as `file: name`. */
export interface RoomReport {
  /** Folder of the room under `src/`. */
  room: string;
  exports: number;
  undocumented: readonly string[];
  /** The share of exports with a docstring, from 0 to 1; 1 where a room exports nothing. */
  share: number;
  /** The least share that the room is held to. */
  least: number;
}

/** The least share of documented exports, room by room; a room is a folder under `src/` with all that is in it. */
export const leastShares: Readonly<Record<string, number>> = {
  'apps/inventory/reading': 0.9,
  'apps/inventory/deciding': 0.9,
  'apps/inventory/machine': 0.9,
  'apps/inventory/keeping': 0.9,
  'apps/inventory/writing': 0.9,
  'apps/inventory/view': 0.9,
  'apps/search': 0.9,
  'core/advisor': 0.9,
  'core/language': 0.9,
};

/** A docstring that only says the name once more: one or two words and a full stop. */
const isFiller = (text: string): boolean => text.trim().split(/\s+/).length < 3;

/** What a docstring says, its tags included; nothing where a node has none. */
function docOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((doc) => doc.getText().replaceAll(/^\/\*\*|\*\/$|^\s*\*/gm, ''))
    .join(' ');
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.Statement & { name?: ts.Identifier };
  return name ? [name.text] : [];
}

/**
 * The values and types that a module exports by declaring them, each with whether a docstring stands before it. What is
 * only handed on (`export … from`) is documented where it is declared.
 */
export function exportsOf(text: string): { name: string; isDocumented: boolean }[] {
  const source = ts.createSourceFile('module.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return source.statements.filter(isExported).flatMap((statement) => {
    const isDocumented = !isFiller(docOf(statement));
    return namesOf(statement).map((name) => ({ name, isDocumented }));
  });
}

/** Counts the exports of each room of the table and those of them that have a docstring. */
export function documentedExports(): RoomReport[] {
  return Object.entries(leastShares).map(([room, least]) => {
    const found = globSync(`src/${room}/**/*.{ts,tsx}`)
      .toSorted()
      .flatMap((file) => exportsOf(readFileSync(file, 'utf8')).map((one) => ({ ...one, file })));
    const undocumented = found.filter(({ isDocumented }) => !isDocumented).map(({ file, name }) => `${file}: ${name}`);
    const share = found.length === 0 ? 1 : 1 - undocumented.length / found.length;
    return { room, exports: found.length, undocumented, share, least };
  });
}

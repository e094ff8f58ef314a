// SPDX-License-Identifier: Apache-2.0
// What the library's TypeScript declarations say: constructs, members of interfaces with their docstrings, factories, constants. Read by
// the compiler; how it looks on a page is decided elsewhere.

import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');

/** One member of an interface, or one function of a factory. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  /** As it is written in the source; of a function its parameters. */
  readonly type: string;
  readonly text: string;
  /** `@default` as markdown. */
  readonly default: string | undefined;
  readonly example: string | undefined;
}

/** A type that props are made of. */
export interface Described {
  readonly name: string;
  readonly text: string;
  readonly members: readonly Member[];
  /** Interfaces that it extends, as written. Their members are among `members`. */
  readonly bases: readonly string[];
  /** Functions of the constant that has the same name: `Job.jar`. */
  readonly factories: readonly Member[];
  /** Values of a closed set of words, by the constant's member. */
  readonly values: readonly { readonly name: string; readonly value: string; readonly text: string }[];
}

export interface ConstructDescription {
  readonly name: string;
  readonly text: string;
  readonly props: Described;
  /** Attributes and methods of the construct itself. */
  readonly own: readonly Member[];
  /** Every type of the library that the props lead to, in the order in which it is met. */
  readonly types: readonly Described[];
}

/** All constructs that `lib/index.ts` exports, by name. */
export function constructs(): ConstructDescription[] {
  const entry = join(root, 'lib', 'index.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const program = ts.createProgram([entry], options);
  const reader = new Reader(program.getTypeChecker());
  const source = program.getSourceFile(entry);
  const module = source === undefined ? undefined : reader.checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error('lib/index.ts cannot be read');
  const exported = reader.checker.getExportsOfModule(module).map((symbol) => reader.resolved(symbol));
  return exported
    .flatMap((symbol) => {
      const declaration = symbol.declarations?.find(ts.isClassDeclaration);
      const isAbstract = declaration?.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword) === true;
      if (declaration === undefined || isAbstract || !reader.isConstruct(symbol)) return [];
      return [reader.construct(symbol, declaration)];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

class Reader {
  readonly checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  resolved(symbol: ts.Symbol): ts.Symbol {
    return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.checker.getAliasedSymbol(symbol);
  }

  isConstruct(symbol: ts.Symbol): boolean {
    const type = this.checker.getDeclaredTypeOfSymbol(symbol);
    return (type.getBaseTypes() ?? []).some(({ symbol: base }) => base.name === 'Construct' || this.isConstruct(base));
  }

  construct(symbol: ts.Symbol, declaration: ts.ClassDeclaration): ConstructDescription {
    const parameter = declaration.members.find(ts.isConstructorDeclaration)?.parameters[2];
    const type = parameter?.type === undefined ? undefined : this.checker.getTypeAtLocation(parameter.type);
    if (type?.symbol === undefined) throw new Error(`${symbol.name} takes no props`);
    const types = new Map<string, Described>();
    const props = this.described(type.symbol, type);
    this.collect(type, types, new Set([type.symbol]));
    const own = this.membersOf(this.checker.getDeclaredTypeOfSymbol(symbol)).filter(isPublicHere);
    return {
      name: symbol.name,
      text: this.text(symbol),
      props,
      own: own.map((member) => this.member(member)),
      types: [...types.values()],
    };
  }

  described(symbol: ts.Symbol, type: ts.Type): Described {
    const constant = symbol.declarations?.find(ts.isVariableDeclaration) ?? this.constantBeside(symbol);
    const functions = constant === undefined ? [] : this.membersOf(this.checker.getTypeAtLocation(constant));
    const isInterface = (symbol.flags & ts.SymbolFlags.Interface) !== 0;
    return {
      name: symbol.name,
      text: this.text(symbol),
      members: isInterface ? this.membersOf(type).map((member) => this.member(member)) : [],
      bases: heritage(symbol).map((base) => base.getText()),
      factories: functions
        .filter((each) => each.declarations?.some(ts.isMethodDeclaration))
        .map((each) => this.member(each)),
      values: functions.flatMap((each) => {
        const value = this.checker.getTypeOfSymbol(each);
        return value.isStringLiteral() ? [{ name: each.name, value: value.value, text: this.text(each) }] : [];
      }),
    };
  }

  /** `export const Job = …` beside `export interface Job`. */
  constantBeside(symbol: ts.Symbol): ts.VariableDeclaration | undefined {
    return symbol.declarations
      ?.flatMap((declaration) => declaration.getSourceFile().statements.filter(ts.isVariableStatement))
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .find(({ name }) => name.getText() === symbol.name);
  }

  /** In the order of the source, what is inherited last. */
  membersOf(type: ts.Type): ts.Symbol[] {
    return this.checker.getPropertiesOfType(type);
  }

  member(symbol: ts.Symbol): Member {
    const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
    const tag = (name: string): string | undefined =>
      symbol
        .getJsDocTags(this.checker)
        .filter((each) => each.name === name)
        .map((each) => ts.displayPartsToString(each.text))[0];
    return {
      name: symbol.name,
      optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
      type: typeText(declaration),
      text: this.text(symbol),
      default: defaultText(tag('default')),
      example: tag('example'),
    };
  }

  text(symbol: ts.Symbol): string {
    // Of a type and the constant of its name the type's words come first; often they say it all.
    const declarations = symbol.declarations ?? [];
    const comments = [...declarations.filter((each) => !ts.isVariableDeclaration(each)), ...declarations]
      .flatMap((declaration) => ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc))
      .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
    return comments.find((comment) => comment !== '')?.replaceAll(/\s*\n\s*/gu, ' ') ?? '';
  }

  /** Types of the library below `type`. */
  collect(type: ts.Type, types: Map<string, Described>, seen: Set<ts.Symbol>): void {
    for (const member of this.membersOf(type)) {
      const node = (member.valueDeclaration ?? member.declarations?.[0]) as ts.PropertySignature | undefined;
      if (node?.type !== undefined) this.collectNode(node.type, types, seen);
    }
  }

  collectNode(node: ts.Node, types: Map<string, Described>, seen: Set<ts.Symbol>): void {
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const local = this.checker.getSymbolAtLocation(ts.isTypeReferenceNode(node) ? node.typeName : node.expression);
      const symbol = local === undefined ? undefined : this.resolved(local);
      if (symbol !== undefined && !seen.has(symbol) && isDescribed(symbol)) {
        seen.add(symbol);
        const type = this.checker.getDeclaredTypeOfSymbol(symbol);
        types.set(symbol.name, this.described(symbol, type));
        const alias = symbol.declarations?.find(ts.isTypeAliasDeclaration);
        for (const base of heritage(symbol)) this.collectNode(base, types, seen);
        if (alias === undefined) this.collect(type, types, seen);
        else this.collectNode(alias.type, types, seen);
        const constant = this.constantBeside(symbol);
        if (constant !== undefined) this.collectFactories(constant, types, seen);
      }
    }
    ts.forEachChild(node, (child) => this.collectNode(child, types, seen));
  }

  /** Parameters of factories lead to further types. */
  collectFactories(constant: ts.VariableDeclaration, types: Map<string, Described>, seen: Set<ts.Symbol>): void {
    const visit = (node: ts.Node): void => {
      if (ts.isParameter(node) && node.type !== undefined) this.collectNode(node.type, types, seen);
      else ts.forEachChild(node, visit);
    };
    if (constant.initializer !== undefined) visit(constant.initializer);
  }
}

/** `@default - words`, or `@default value`, which is code. */
function defaultText(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  return tag.startsWith('- ') ? tag.slice(2) : `\`${tag}\``;
}

/** A member of a construct that users may use, and that is not cdk8s's. */
function isPublicHere({ declarations: [declaration] = [] }: ts.Symbol): boolean {
  if (declaration === undefined || ts.isConstructorDeclaration(declaration)) return false;
  const name = ts.getNameOfDeclaration(declaration);
  if (name !== undefined && ts.isPrivateIdentifier(name)) return false;
  if (!relative(root, declaration.getSourceFile().fileName).startsWith('lib/')) return false;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (ts.getCombinedModifierFlags(declaration) & hidden) === 0;
}

function heritage(symbol: ts.Symbol): ts.ExpressionWithTypeArguments[] {
  const interfaces = symbol.declarations?.filter(ts.isInterfaceDeclaration) ?? [];
  return interfaces.flatMap(({ heritageClauses }) => heritageClauses?.flatMap(({ types }) => [...types]) ?? []);
}

/** Types of the library's own; those of Kubernetes and of the resources are described elsewhere. */
function isDescribed(symbol: ts.Symbol): boolean {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
  const place = relative(root, file);
  if (!/^lib\/(?:manifests|constructs)\//u.test(place)) return false;
  return !symbol.declarations?.every(ts.isTypeParameterDeclaration);
}

function typeText(declaration: ts.Declaration | undefined): string {
  if (declaration === undefined) return '';
  if (ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration))
    return `(${declaration.parameters.map(parameterText).join(', ')})`;
  return nodeText((declaration as ts.PropertySignature).type);
}

function parameterText({ name, questionToken, initializer, type }: ts.ParameterDeclaration): string {
  const mark = questionToken === undefined && initializer === undefined ? '' : '?';
  return `${name.getText()}${mark}: ${nodeText(type)}`;
}

/** As it is written, without comments; of a longer type that has no name only the names of its members. */
function nodeText(node: ts.TypeNode | undefined): string {
  if (node === undefined) return '';
  if (ts.isIntersectionTypeNode(node)) return node.types.map(nodeText).join(' & ');
  if (ts.isTypeLiteralNode(node) && node.members.length > 1) {
    const names = node.members.map(
      (member) => `${member.name?.getText() ?? ''}${member.questionToken === undefined ? '' : '?'}`,
    );
    return `{ ${names.join(', ')} }`;
  }
  return node
    .getText()
    .replaceAll(/\/\*.*?\*\//gsu, '')
    .replaceAll(/\s+/gu, ' ');
}

import type { FieldRule, Literal } from '../rules/field-rule.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';
import { joinKeys } from './joined-key.ts';
import type { Wish } from './shape-plan.ts';

/** Wishes that ask for exact values of the same fields, found by those values. */
interface Table {
  readonly literals: readonly Literal[];
  readonly byValues: Map<string, Wish[]>;
}

/** By the fields that they read. */
type Tables = Map<string, Table>;

/**
 * Finds the wishes that a span meets without trying each: exact values, the name first, lead through
 * hash tables, and only what is left (patterns, tests, events) is tried.
 */
export class WishIndex {
  readonly #byName = new Map<string, Tables>();
  readonly #nameless: Tables = new Map<string, Table>();

  constructor(wishes: readonly Wish[]) {
    for (const wish of wishes) this.#add(wish);
  }

  find(span: Span, trace: Trace): Wish[] {
    const found: Wish[] = [];
    for (const tables of [this.#byName.get(span.name), this.#nameless]) {
      for (const table of tables?.values() ?? []) lookUp(table, span, trace, found);
    }
    return found;
  }

  #add(wish: Wish): void {
    const name = wish.rules.find(({ field }) => field === 'name')?.literal?.value;
    const tables = name === undefined ? this.#nameless : this.#tablesFor(name);
    const literals = wish.rules.filter((rule) => rule.literal && rule.field !== 'name');
    literals.sort((one, other) => (one.field < other.field ? -1 : 1));
    const values = joinKeys(literals.map((rule) => rule.literal?.value ?? ''));
    const { byValues } = tableFor(tables, literals);
    const alike = byValues.get(values);
    if (alike) alike.push(wish);
    else byValues.set(values, [wish]);
  }

  #tablesFor(name: string): Tables {
    const tables = this.#byName.get(name) ?? new Map<string, Table>();
    this.#byName.set(name, tables);
    return tables;
  }
}

function tableFor(tables: Tables, rules: readonly FieldRule[]): Table {
  const fields = joinKeys(rules.map(({ field }) => field));
  const known = tables.get(fields);
  if (known) return known;
  const literals = rules.flatMap(({ literal }) => literal ?? []);
  const table = { literals, byValues: new Map<string, Wish[]>() };
  tables.set(fields, table);
  return table;
}

function lookUp({ literals, byValues }: Table, span: Span, trace: Trace, found: Wish[]): void {
  const values = joinKeys(literals.map((literal) => literal.read(span)));
  for (const wish of byValues.get(values) ?? []) {
    const isMet = wish.rules.every((rule) => rule.literal || rule.passes(span, trace));
    if (isMet) found.push(wish);
  }
}

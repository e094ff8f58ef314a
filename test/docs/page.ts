// SPDX-License-Identifier: Apache-2.0
// A page of docs/ as data: its fenced blocks with the marks above them, its headings' anchors, its links. What the blocks mean is decided
// elsewhere.

/** A fenced block. */
export interface Block {
  /** First word after the fence: `ts`, `yaml`, `sh`, `text`. */
  readonly language: string;
  /** What stands between the fences, with its last line break. */
  readonly text: string;
  /** Where the text starts and ends in the page. */
  readonly start: number;
  readonly end: number;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
  /** The words of `<!-- output … -->` right above the block; undefined: the block is no output. */
  readonly output: string | undefined;
}

export interface Link {
  readonly target: string;
  readonly line: number;
}

export interface Page {
  /** Below docs/: `concepts/state.md`. */
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly Link[];
}

const BLOCK =
  /(?:^<!-- output(?<output>[^\n]*?) -->\n+)?^(?<fence>`{3,})(?<language>\w*)\n(?<text>[^]*?)^\k<fence>$/gmu;

export function parsePage(file: string, text: string): Page {
  const blocks = [...text.matchAll(BLOCK)].map((match): Block => {
    const { output, fence = '', language = '', text: content = '' } = match.groups ?? {};
    const end = match.index + match[0].length - fence.length;
    const start = end - content.length;
    return {
      language,
      text: content,
      start,
      end,
      line: lineAt(text, start) - 1,
      output: output?.replace(/^:/u, '').trim(),
    };
  });
  // Outside of blocks and code, at the same places.
  const prose = text.replaceAll(BLOCK, blank).replaceAll(/`[^`\n]+`/gu, (code) => code.replaceAll(/[[\]()#]/gu, ' '));
  const links = [
    ...[...prose.matchAll(/\]\((?<target>[^()\s]+)\)/gu)],
    ...[...prose.matchAll(/^\[[^\]]+\]: (?<target>\S+)$/gmu)],
  ].map((match) => ({ target: match.groups?.['target'] ?? '', line: lineAt(text, match.index) }));
  return { file, text, blocks, links, anchors: anchors(text.replaceAll(BLOCK, blank)) };
}

/** The page with other texts in some of its blocks. */
export function withBlocks(page: Page, texts: ReadonlyMap<Block, string>): string {
  let result = page.text;
  for (const [block, text] of [...texts].sort(([a], [b]) => b.start - a.start))
    result = result.slice(0, block.start) + text + result.slice(block.end);
  return result;
}

/** The name that a block gives itself in a comment on its first line: `# job.yaml`, `// clicks.ts`. */
export function nameOf({ text }: Block): string | undefined {
  return /^(?:#|\/\/) (?<name>[\w./-]+\.\w+)\n/u.exec(text)?.groups?.['name'];
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/gu, ' ');
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The anchors that GitHub gives the headings, and those that are written out. */
function anchors(prose: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, heading = ''] of prose.matchAll(/^#{1,6} +(.+?) *$/gmu)) {
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let count = 1; found.has(anchor); count += 1) anchor = `${slug}-${count}`;
    found.add(anchor);
  }
  for (const [, id = ''] of prose.matchAll(/<a id="([^"]+)">/gu)) found.add(id);
  return found;
}

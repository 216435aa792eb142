/** As much of a Markdown tree (mdast) as is looked at here. */
interface Node {
  type: string;
  children?: Node[];
}

/** What Markdown can do and chat does not: it stays on the screen as it was typed. */
const left = [
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
  'codeIndented',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'table',
  'tasklistCheck',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
];

/** Quotes and lists in each other, past which they no longer move in: no message squeezes itself to a thread. */
const deepest = 4;

/** A remark plugin: Markdown as in chat tools, without headings, images, raw HTML, tables, rules and footnotes. */
export function chatSyntax(this: { data(): object }): (tree: Node) => void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: left } });
  return flatten;
}

const nests = (node: Node) => node.type === 'blockquote' || node.type === 'list';

function flatten(tree: Node): void {
  const waiting = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (!node.children) continue;
    if (depth === deepest) node.children = node.children.flatMap(plainBlocks);
    for (const child of node.children) {
      waiting.push({ node: child, depth: depth + (nests(child) ? 1 : 0) });
    }
  }
}

/** A block in place of the quotes and lists it stands in. The items of the list that is left stay its items. */
function plainBlocks(block: Node): Node[] {
  if (block.type === 'listItem') {
    block.children = (block.children ?? []).flatMap(plainBlocks);
    return [block];
  }
  const plain: Node[] = [];
  const waiting = [block];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (nests(next) || next.type === 'listItem') waiting.push(...(next.children ?? []).toReversed());
    else plain.push(next);
  }
  return plain;
}

import { memo } from 'react';
import ReactMarkdown, { type Components, type ExtraProps, type Options } from 'react-markdown';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import { chatSyntax } from './chat-syntax.ts';
import { MessageLink } from './message-link.tsx';

const plugins: Options['remarkPlugins'] = [[remarkGfm, { singleTilde: false }], chatSyntax, remarkBreaks];

const elements = [
  'p',
  'br',
  'strong',
  'em',
  'del',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'a',
] as const;

/** Only what chat knows becomes an element, and no property but a link's address and a list's first number. */
const components: Components = {
  p: ({ children }) => <p>{children}</p>,
  strong: ({ children }) => <strong>{children}</strong>,
  em: ({ children }) => <em>{children}</em>,
  del: ({ children }) => <del>{children}</del>,
  code: ({ children }) => <code dir="ltr">{children}</code>,
  pre: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard, too.
    <pre dir="ltr" tabIndex={0}>
      {children}
    </pre>
  ),
  blockquote: ({ children }) => <blockquote>{children}</blockquote>,
  ul: ({ children }) => <ul>{children}</ul>,
  ol: ({ children, start }) => <ol start={start}>{children}</ol>,
  li: ({ children }) => <li>{children}</li>,
  a: ({ node, href, children }) => (
    <MessageLink {...(href === undefined ? {} : { href })} text={textOf(node)}>
      {children}
    </MessageLink>
  ),
};

const marked = /[*_~`>[\]<&\\:@.+\-\d\n]/;
/** A wall of quotes or lists in each other, which would hold up every reader's browser while it is parsed. */
const wall = /^(?:[ \t]*(?:>|[*+-][ \t]|\d+[.)][ \t])){12}/m;

/** The text of a message, with what Markdown marks in it. Nothing of it is ever read as HTML. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return (
    <div dir="auto" className="message-text">
      {marked.test(text) && !wall.test(text) ? (
        <ReactMarkdown
          remarkPlugins={plugins}
          allowedElements={elements}
          unwrapDisallowed
          components={components}
          // MessageLink decides what is safe.
          urlTransform={(url) => url}
        >
          {text}
        </ReactMarkdown>
      ) : (
        <p className="whitespace-pre-wrap">{text}</p>
      )}
    </div>
  );
});

type Element = NonNullable<ExtraProps['node']>;

function textOf(node: Element | undefined): string {
  if (!node) return '';
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

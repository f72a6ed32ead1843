import { type Extensions, getSchema, mergeAttributes, Node } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { isWebAddress } from '@/lib/document/links'

/** Who is quoted, as the last line of a quote: part of the article's text, set apart in its look. */
const Attribution = Node.create({
  name: 'attribution',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'footer' }],
  renderHTML: ({ HTMLAttributes }) => ['footer', HTMLAttributes, 0],
})

const Quote = Blockquote.extend({ content: 'block+ attribution?' })

/** A link has an address and nothing else; one that is not http(s) is no link. */
const WebLink = Link.extend({
  addAttributes() {
    return { href: { default: null } }
  },
  renderHTML({ HTMLAttributes }) {
    return ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer' }), 0]
  },
}).configure({
  openOnClick: false,
  autolink: false,
  linkOnPaste: true,
  protocols: [],
  isAllowedUri: isWebAddress,
})

/** A colleague called on in an explanation, while it is a draft: see lib/domain/mentions. */
const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: element => element.getAttribute('data-mention'),
      renderHTML: ({ id }) => ({ 'data-mention': id }),
    },
    label: {
      default: '',
      parseHTML: element => element.textContent?.replace(/^@/, '') ?? '',
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { class: 'mention' }),
    `@${node.attrs.label}`,
  ],
  renderText: ({ node }) => `@${node.attrs.label}`,
})

const shared = [
  Document,
  Paragraph,
  Text,
  HardBreak,
  Bold,
  Italic,
  WebLink,
  BulletList,
  OrderedList,
  ListItem,
]

/** What an article under check may be made of. Level 1 is the page's own. */
export const articleExtensions: Extensions = [
  ...shared,
  Heading.configure({ levels: [2, 3, 4] }),
  Quote,
  Attribution,
]

/** What an explanation may be made of: no headings, it is a paragraph or three. */
export const explanationExtensions: Extensions = [...shared, Blockquote, Mention]

export const articleSchema = getSchema(articleExtensions)
export const explanationSchema = getSchema(explanationExtensions)

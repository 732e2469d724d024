import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'

// The pages are copied from docs/ by pages.mjs; the order below is the order of reading.
const parts = {
  'Start': ['getting-started', 'tutorial', 'mistakes', 'what-to-catch', 'generate', 'testing', 'coming-from-jpa', 'coming-from-spring-data', 'coming-from-jooq', 'coming-from-sqlalchemy'],
  'Core': ['core', 'schema', 'types', 'reflection', 'expressions', 'statements', 'results'],
  'Engine': ['engine', 'connections', 'databases', 'observability', 'performance', 'growing', 'async', 'write-your-own-dialect'],
  'ORM': ['twenty-methods', 'mapping', 'relationships', 'loading', 'inheritance', 'session', 'caching', 'events', 'extensions'],
  'Migrations': ['migrations-tutorial', 'migrations', 'autogenerate', 'migration-branches', 'sqlite-batch', 'zero-downtime', 'migrations-in-teams', 'migrations-ci', 'several-databases', 'coming-from-alembic', 'coming-from-flyway', 'coming-from-liquibase'],
  'Frameworks': ['web', 'spring', 'json', 'kotlin', 'frameworks', 'native', 'etl'],
}

// a page that has no place yet is at the end
const listed = Object.values(parts).flat()
parts['More'] = readdirSync('../docs/guide').map((file) => file.replace('.md', '')).filter((page) => !listed.includes(page))

// blocks of Mermaid become elements that the theme draws in the browser
const mermaid = (md) => {
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, index, ...rest) => tokens[index].info.trim() === 'mermaid'
    ? `<MermaidDiagram source="${encodeURIComponent(tokens[index].content)}" />`
    : fence(tokens, index, ...rest)
}

// the pages that tests make from the code
const reference = ['where-is', 'annotations', 'types', 'options', 'urls']

// the first heading of a page
const title = (page) => readFileSync(`../docs/${page}.md`, 'utf8').match(/^# (.*)$/m)[1]

const guide = Object.entries(parts).map(([text, pages]) => ({
  text,
  items: pages.filter((page) => existsSync(`../docs/guide/${page}.md`))
    .map((page) => ({ text: title(`guide/${page}`), link: `/guide/${page}` })),
})).filter((part) => part.items.length > 0)

const references = {
  text: 'Reference',
  items: [
    ...reference.filter((page) => existsSync(`../docs/reference/${page}.md`))
      .map((page) => ({ text: title(`reference/${page}`), link: `/reference/${page}` })),
    { text: 'Errors', link: '/errors/' },
    { text: title('support'), link: '/support' },
  ],
}

export default defineConfig({
  title: 'Rubedo',
  description: 'SQL toolkit and object-relational mapper for Java 21 and newer',
  srcDir: './pages',
  outDir: './dist',
  cacheDir: './.cache',
  cleanUrls: false,
  // links to sources, which are not part of the site
  ignoreDeadLinks: [/\.\.\/\.\.\//, /README/, /LICENSE/],
  rewrites: { 'errors/README.md': 'errors/index.md' },
  markdown: { lineNumbers: false, config: mermaid },
  // pages of wide tables have no outline beside them
  transformPageData: (page) => {
    if (/^(reference\/|support|guide\/coming-from-sqlalchemy)/.test(page.relativePath)) {
      page.frontmatter = { ...page.frontmatter, aside: false, pageClass: 'wide' }
    }
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Guide', link: '/guide/getting-started' },
      { text: 'Reference', link: '/reference/annotations' },
      { text: 'Errors', link: '/errors/' },
    ],
    sidebar: [...guide, references],
  },
})

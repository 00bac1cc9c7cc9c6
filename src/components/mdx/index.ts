import Callout from './Callout.astro';
import Cite from './Cite.astro';
import Fact from './Fact.astro';
import HeadCell from './HeadCell.astro';
import Judgement from './Judgement.astro';
import Link from './Link.astro';
import Moment from './Moment.astro';
import NumberTable from './NumberTable.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Timeline from './Timeline.astro';

/** What an author may write in MDX; `docs/editorial.md` explains each. Tables get a frame that scrolls on its own. */
export const mdxComponents = {
  Callout,
  Cite,
  Fact,
  Judgement,
  Moment,
  NumberTable,
  Term,
  Timeline,
  a: Link,
  table: Table,
  th: HeadCell,
};

import Bars from './Bars.astro';
import Callout from './Callout.astro';
import Cite from './Cite.astro';
import Curve from './Curve.astro';
import Fact from './Fact.astro';
import Flow from './Flow.astro';
import HeadCell from './HeadCell.astro';
import Judgement from './Judgement.astro';
import Layers from './Layers.astro';
import Link from './Link.astro';
import Moment from './Moment.astro';
import NumberTable from './NumberTable.astro';
import TAccounts from './TAccounts.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Timeline from './Timeline.astro';

/** What an author may write in MDX; `docs/editorial.md` explains each. Tables get a frame that scrolls on its own. */
export const mdxComponents = {
  Bars,
  Callout,
  Cite,
  Curve,
  Fact,
  Flow,
  Judgement,
  Layers,
  Moment,
  NumberTable,
  TAccounts,
  Term,
  Timeline,
  a: Link,
  table: Table,
  th: HeadCell,
};

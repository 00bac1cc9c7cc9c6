import { type Blueprint, type BlueprintOf, box, failure, link } from './blueprint.ts';
import { byVariant, type Layout } from './layout.ts';

const MONITORING = 'job status, rejected rows, waiting batch jobs';
const staging = box('staging', 'Staging tables, then data entities', 'fno', 2);
const runs = link('batch', 'staging', 'runs', 'async');
const rejectedRows = link('staging', 'history', 'rejected rows', 'failure');

/** The interface that drives the jobs, or those among which one is still to be chosen. */
function driverOf(layout: Layout): string {
  if (layout.variants.includes('dmf-package-api') || !layout.isDesign) return 'Package API';
  if (layout.variants.includes('dmf-recurring')) return 'Recurring job: enqueue';
  return 'Data management interface, still open';
}

const byPerson = (history: ReturnType<typeof box>, isOutbound: boolean): Blueprint => ({
  name: 'Data management framework',
  nodes: [
    box('batch', 'Data project in the workspace', 'fno', 1),
    staging,
    history,
    box('person', 'Person with an Excel file', 'counterpart', 1, { rows: 2 }),
  ],
  edges: [
    link('person', 'batch', isOutbound ? 'starts it and downloads' : 'uploads and starts it', 'async'),
    runs,
    rejectedRows,
  ],
  monitoring: 'rejected rows, files that did not come',
  note: 'The person who started it reads the result; nobody else is told.',
});

const imported = (layout: Layout, history: ReturnType<typeof box>): Blueprint => {
  const isRecurring = layout.variants.includes('dmf-recurring');
  const isPackage = driverOf(layout) === 'Package API';
  return {
    name: 'Data management framework',
    nodes: [
      box('batch', isRecurring ? 'Recurring job, on F&O’s schedule' : 'Batch job', 'fno', 1),
      staging,
      history,
      box('package-api', driverOf(layout), 'between', 1),
      box('blob', isPackage ? 'Package blob' : 'Files, kept in a blob', 'between', 2),
      box('source', isRecurring ? 'Source system' : 'Source system and its scheduler', 'counterpart', 1, { rows: 2 }),
    ],
    edges: [
      link('source', 'blob', isRecurring ? 'hands over a file' : 'uploads a package', 'async'),
      link('source', 'package-api', isRecurring ? 'asks for the status' : 'starts, then polls', 'async'),
      link('package-api', 'batch', isRecurring ? 'waits for the job' : 'queues the job', 'async'),
      runs,
      link('blob', 'staging', 'loads rows', 'async'),
      rejectedRows,
    ],
    monitoring: MONITORING,
    ...(!layout.isDesign && { note: 'Drawn for an import. An export runs the other way over the same parts.' }),
    mediate: 'source',
    behindQueue: [link('package-api', 'blob', 'keeps the package', 'async')],
  };
};

const exported = (layout: Layout): Blueprint => {
  const isPackage = driverOf(layout) === 'Package API';
  const isTracked = layout.variants.includes('dmf-change-tracking');
  const isOwnSchedule = isTracked || layout.variants.includes('dmf-recurring');
  return {
    name: 'Data management framework',
    nodes: [
      box('batch', isOwnSchedule ? 'Export job, on F&O’s schedule' : 'Export job', 'fno', 1),
      box('staging', isTracked ? 'Data entities with change tracking' : 'Data entities, then staging', 'fno', 2),
      failure('history', 'Job history, failed exports', 'fno'),
      box('package-api', isOwnSchedule ? 'Recurring job: dequeue' : driverOf(layout), 'between', 1),
      box('blob', isPackage ? 'Package blob' : 'Files, kept in a blob', 'between', 2),
      box('source', isOwnSchedule ? 'Receiving system' : 'Receiving system and its scheduler', 'counterpart', 1, {
        rows: 2,
      }),
    ],
    edges: [
      link('source', 'package-api', isOwnSchedule ? 'asks, then acknowledges' : 'starts, then polls', 'async'),
      isOwnSchedule
        ? link('package-api', 'blob', 'hands out', 'async')
        : link('package-api', 'batch', 'queues the job', 'async'),
      runs,
      link('staging', 'blob', isTracked ? 'what has changed' : 'writes the data', 'async'),
      link('blob', 'source', 'is downloaded', 'async'),
      link('staging', 'history', 'cannot be exported', 'failure'),
    ],
    monitoring: MONITORING,
    mediate: 'source',
  };
};

export const dmf: BlueprintOf = (layout) => {
  const isRepaired = layout.parts.includes('staging-tables');
  const history = failure(
    'history',
    isRepaired ? 'Staging errors: correct, run again' : 'Job history, staging errors',
    'fno',
  );
  if (layout.variants.includes('dmf-person')) return byPerson(history, layout.isOutbound);
  return layout.isOutbound || layout.variants.includes('dmf-change-tracking')
    ? exported(layout)
    : imported(layout, history);
};

const copies: Readonly<Record<string, { link: string; store: string; reader: string; note?: string }>> = {
  'fabric-link': { link: 'Fabric link', store: 'OneLake', reader: 'Power BI and Fabric' },
  'synapse-lake': { link: 'Synapse Link', store: 'CSV folders in your lake', reader: 'Tools that read the lake' },
  'synapse-incremental': { link: 'Synapse Link', store: 'Folders of changes by time', reader: 'SQL warehouse' },
  byod: {
    link: 'Entity export jobs',
    store: 'Your SQL database (BYOD)',
    reader: 'Reports that read it today',
    note: 'Plan the way off it: move the reports to Fabric link or Synapse Link one by one.',
  },
};

export const analyticsExport: BlueprintOf = (layout) => {
  const copy = byVariant(layout, copies) ?? {
    link: 'Synapse Link or Fabric link',
    store: 'Data lake or OneLake',
    reader: 'Warehouse and reports',
  };
  return {
    name: 'Analytics export',
    nodes: [
      box('tables', 'Tables and data entities', 'fno', 1),
      box('link', copy.link, 'between', 1),
      box('lake', copy.store, 'between', 2),
      failure('sync-state', 'State of each table', 'between'),
      box('reports', copy.reader, 'counterpart', 2),
    ],
    edges: [
      link('tables', 'link', 'every change', 'async'),
      link('link', 'lake', 'writes', 'async'),
      link('lake', 'reports', 'feeds', 'async'),
      link('lake', 'sync-state', 'failed tables', 'failure'),
    ],
    monitoring: 'age of the copy, failed tables',
    note: copy.note ?? 'The copy no longer follows the permissions of F&O: the lake needs its own.',
    mediate: 'reports',
  };
};

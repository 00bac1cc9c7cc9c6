import { tools } from './site-tools.ts';

/** A file to take along, below the place the site is deployed to. */
export interface DownloadFile {
  address: string;
  text: string;
}

/** A template with what it is for and which answers it follows. */
export interface Download {
  /** An address within the site that does the same with your own entries. */
  page: string;
  title: string;
  purpose: string;
  files: readonly DownloadFile[];
  /** Ids of answers. */
  answers: readonly string[];
}

const ofTools: readonly Download[] = tools.map(({ id, title, question, verdict, answers, brief }) => ({
  page: `/tools/${id}/`,
  title,
  purpose: `${question} ${verdict}`,
  files: [
    { address: `/tools/${id}/template.xlsx`, text: 'Excel, empty' },
    { address: `/tools/${id}/example.xlsx`, text: 'Excel, with the example' },
    ...(brief
      ? [
          { address: `/tools/${id}/template.docx`, text: 'Word page, empty' },
          { address: `/tools/${id}/example.docx`, text: 'Word page, with the example' },
        ]
      : []),
  ],
  answers,
}));

/** Every template that the build makes, with the same writers that the pages use. */
export const downloads: readonly Download[] = [
  ...ofTools,
  {
    page: '/advisor/inventory/',
    title: 'Interface inventory',
    purpose:
      'The list of all interfaces with the columns that decide, to be filled in by those who own them and read by the inventory.',
    files: [{ address: '/advisor/inventory/template.xlsx', text: 'Excel, with three rows as an example' }],
    answers: ['integration/interface-list', 'integration/which-pattern'],
  },
  {
    page: '/advisor/decisions/',
    title: 'Service levels of interfaces',
    purpose:
      'What is proposed for each interface, what it obliges to build, room for what is agreed, and breaches by month. The decision log and the inventory write it for your own interfaces.',
    files: [
      { address: '/tools/downloads/service-levels.xlsx', text: 'Excel, empty' },
      { address: '/tools/downloads/service-levels-example.xlsx', text: 'Excel, with common interfaces' },
    ],
    answers: ['integration/error-budgets-and-slas', 'integration/operations-from-day-one'],
  },
  {
    page: '/finance-module/e-invoicing-by-country/',
    title: 'E-invoicing by country',
    purpose:
      'Duties by country with first day, source and what F&O brings, as a table to sort and to compare with your own list of countries.',
    files: [
      { address: '/finance-module/e-invoicing-by-country.xlsx', text: 'Excel' },
      { address: '/finance-module/e-invoicing-by-country.csv', text: 'CSV' },
    ],
    answers: ['finance-module/e-invoicing'],
  },
];

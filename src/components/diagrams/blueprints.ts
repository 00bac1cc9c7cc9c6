import type { BlueprintOf } from './blueprint.ts';
import { customService, dualWrite, odata, outboundCall, virtualEntities } from './blueprints-calls.ts';
import { analyticsExport, dmf } from './blueprints-data.ts';
import { businessEvents, middleware } from './blueprints-events.ts';

/** Facts behind the pictures: the patterns' pages, their variants, and the sources named there. */
export const blueprints: Readonly<Record<string, BlueprintOf>> = {
  odata,
  'custom-service': customService,
  dmf,
  'business-events': businessEvents,
  'virtual-entities': virtualEntities,
  'dual-write': dualWrite,
  'analytics-export': analyticsExport,
  'outbound-call': outboundCall,
  middleware,
};

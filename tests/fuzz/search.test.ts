// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { LightIndex } from '#apps/search/index/light-index.ts';
import { noMatchGroups, resultGroups } from '#apps/search/palette/suggestions.ts';
import { fillList } from '#apps/search/palette/view.ts';
import { searchLight } from '#apps/search/ranking/search.ts';
import { readState, writeState } from '#apps/search/view/address.ts';
import { noMatchItem, resultItem } from '#apps/search/view/results-view.ts';
import { lightFileOf } from '#build/search-index/light-file-plugin.ts';
import { library } from '#tests/support/rule-book.ts';
import { eachInput } from './each-input.ts';
import { texts } from './inputs.ts';
import { expectNoInjectedMarkup } from './markup.ts';

const light = new LightIndex(lightFileOf(library));

test('the search reads any address, and what it shows of it is text', async () => {
  await eachInput('search-address', texts, 60, (query) => {
    const state = readState(writeState({ query, hub: query, audience: query, literal: false }));
    expect(state.query).toBe(query.toWellFormed());
    expect(() => readState(query)).not.toThrow();
    for (const literal of [false, true]) {
      const results = searchLight({ query, literal }, light);
      const context = { base: '', light, results };
      const root = document.createElement('div');
      root.append(
        ...[...light.entries.values()].slice(0, 3).map((entry) => resultItem({ ...entry, verdict: query }, context)),
        noMatchItem(query, context),
      );
      expectNoInjectedMarkup(root);
      fillList(root, resultGroups(query, results, context));
      expectNoInjectedMarkup(root);
      fillList(root, noMatchGroups(query, results, light, ''));
      expectNoInjectedMarkup(root);
    }
  });
});

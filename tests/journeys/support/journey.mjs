// What a journey is: a name, who walks it (width, dark, script) and a story told to a Visitor.
import assert from 'node:assert/strict';
import { theBrowser } from './browser.mjs';
import { Visitor } from './visitor.mjs';

export const journeys = [];

// widths: one run for each. on: which of the running sites (see sites.mjs), or how to start one for this run alone.
export function journey(name, { widths = [390, 1280], dark = false, script = true, on = 'site', media } = {}, story) {
  for (const width of widths)
    journeys.push({
      name: `${name} (${width} px${dark ? ', dark' : ''}${script ? '' : ', no script'})`,
      run: async (sites) => {
        const site = typeof on === 'function' ? await on(sites) : sites[on];
        const options = {
          viewport: { width, height: width < 600 ? 844 : 900 }, colorScheme: dark ? 'dark' : 'light',
          javaScriptEnabled: script, locale: 'sv-SE', reducedMotion: 'reduce', ...media,
        };
        const visitor = await Visitor.arrives(await (await theBrowser()).newContext(options), sites, site, options);
        try {
          await story(visitor);
          visitor.sawNoFault();
        } catch (fault) {
          throw await visitor.told(fault);
        } finally {
          await visitor.leaves();
          if (site !== sites[on]) await site.stop();
        }
      },
    });
}

// Something checked without a person: still in the browser, still in a context of its own.
export function check(name, run) { journeys.push({ name, run }); }
export { assert };

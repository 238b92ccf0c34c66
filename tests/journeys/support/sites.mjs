// What runs during the journeys.
import { demo, site } from './program.mjs';
import { standIn } from './stand_in.mjs';

// site: the demonstration's details. bare: Danderyd's own pack, with what is not filled in. demo: as `lotsen demo` starts it.
export async function startSites() {
  const elsewhere = await standIn();
  const [invented, bare, shown] = await Promise.all([
    site('site', { exitTo: elsewhere.address, invented: true }),
    site('bare', { exitTo: elsewhere.address, invented: false }),
    demo(),
  ]);
  return { site: invented, bare, demo: shown, elsewhere };
}

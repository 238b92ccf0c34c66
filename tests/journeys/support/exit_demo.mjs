// The demonstration, where one can ask, whose way out leads to the page that the journeys watch. The administrator says so in the settings.
import { theBrowser } from './browser.mjs';
import { ownDemo } from './installation.mjs';
import { fills, stepsIn } from './staff.mjs';
import { Visitor } from './visitor.mjs';

async function begun(sites) {
  const site = await ownDemo();
  const administrator = await Visitor.arrives(await (await theBrowser()).newContext({ locale: 'sv-SE' }), sites, site);
  await stepsIn(administrator, 'administrator');
  await administrator.open('/personal/installningar/kommunen');
  await fills(administrator, { 'Dit knappen ”Lämna sidan” leder': sites.elsewhere.address });
  await administrator.press('Spara');
  await administrator.page.waitForURL(/klart=sparat/);
  await administrator.leaves();
  return { ...site, stop: () => {} };                    // shared; it stops when all journeys have ended
}
// Not more than three to one demonstration: many who write within a minute from the same place are asked to wait (security T22).
let started, used = 0;
export const exitDemo = (sites) => {
  if (used++ % 3 === 0) started = begun(sites);
  return started;
};

// A person at a browser: goes, reads, chooses. Collects what no visitor should meet: script errors, refused content,
// and requests to somebody else.
import assert from 'node:assert/strict';

export class Visitor {
  static async arrives(context, sites, site, options = {}) {
    const visitor = new Visitor();
    Object.assign(visitor, { context, sites, site, options, faults: [], company: [], page: await context.newPage() });
    visitor.page.setDefaultTimeout(8000);
    visitor.watch(visitor.page);
    return visitor;
  }

  watch(page) {
    const known = [this.site.address, this.sites.elsewhere.address, ...(this.site.also ?? [])];
    page.on('pageerror', (error) => this.faults.push(`script error: ${error.message}`));
    page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) this.faults.push(`console: ${message.text()}`); });
    page.on('request', (request) => { if (/^https?:/.test(request.url()) && !known.some((a) => request.url().startsWith(a))) this.faults.push(`asked ${request.url()}`); });
  }
  sawNoFault() { for (const one of [this, ...this.company]) assert.deepEqual(one.faults, []); }
  // Why a journey ended early: where everybody stood, what was refused, and a picture of it when SHOTS names a folder.
  async told(fault) {
    const all = [this, ...this.company];
    if (process.env.SHOTS) await Promise.all(all.map((one, i) => one.page.screenshot({ path: `${process.env.SHOTS}/fault-${Date.now()}-${i}.png`, fullPage: true }).catch(() => {})));
    const where = all.map((one) => [one.page.url(), ...one.faults].join('\n'));
    return new Error(`${fault.stack}\n${where.join('\n')}`);
  }
  // Somebody else, or the same person at another computer.
  async another() {
    const other = await Visitor.arrives(await this.context.browser().newContext(this.options), this.sites, this.site, this.options);
    this.company.push(other);
    return other;
  }
  async leaves() { await Promise.all([this, ...this.company].map((one) => one.context.close())); }
  get script() { return this.options.javaScriptEnabled !== false; }

  // --- going
  async open(path) { return this.page.goto(this.site.address + path); }
  async follow(name) { await this.page.getByRole('link', { name }).first().click(); await this.page.waitForLoadState(); }
  async press(name) { await this.page.getByRole('button', { name }).first().click(); await this.page.waitForLoadState(); }
  async searches(words) {
    await this.page.locator('#q').fill(words);
    await this.page.locator('form[role=search] button').first().click();
    await this.page.waitForURL(/\/sok\?/);
  }
  async chooses(answer) { await this.page.getByLabel(answer).locator('visible=true').first().check(); }
  async next() { await this.page.getByRole('link', { name: /^(Nästa|Next)$/ }).locator('visible=true').first().click(); }
  async skips() { await this.page.getByRole('link', { name: /^(Hoppa över|Skip)$/ }).locator('visible=true').first().click(); }

  // --- reading
  get path() { const u = new URL(this.page.url()); return u.pathname + u.search; }
  async text(of = 'body') { return (await this.page.locator(of).first().innerText()).replace(/\s+/g, ' '); }
  async heading() { return (await this.page.locator('h1').first().innerText()).trim(); }
  async reads(wanted, of = 'body') {
    const text = await this.text(of);
    assert.ok(wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted), `${this.path} does not say ${wanted}:\n${text.slice(0, 1500)}`);
  }
  async doesNotRead(unwanted, of = 'body') {
    const text = await this.text(of);
    assert.ok(!(unwanted instanceof RegExp ? unwanted.test(text) : text.includes(unwanted)), `${this.path} says ${unwanted}`);
  }
  async titles(of = '.offer') { return this.page.locator(`${of} :is(h2,h3) a`).allInnerTexts(); }
}

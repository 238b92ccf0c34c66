// Who can sign in at the test provider. All are invented, and so are their organisation (0000000000) and ids.
export const loa2 = 'http://id.elegnamnden.se/loa/1.0/loa2';
export const loa3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
export const claim = (name) => `https://id.oidc.se/claim/${name}`;
export const scope = (name) => `https://id.oidc.se/scope/${name}`;

const staff = (id, name, group, acr = loa3) => ({
  name,
  acr,
  groups: ['alla-anstallda', group],
  [claim('orgAffiliation')]: `${id}@0000000000`,
  [claim('orgName')]: 'Exempelkommunen',
});

export const people = {
  anna: staff('anna', 'Anna Exempel', 'lotsen-konsulent'),
  bibi: staff('bibi', 'Bibi Påhittad', 'lotsen-stodkontakt'),
  cleo: staff('cleo', 'Cleo Exempel', 'lotsen-frontlinje'),
  didi: staff('didi', 'Didi Påhittad', 'lotsen-handlaggare'),
  elin: staff('elin', 'Elin Exempel', 'lotsen-chef'),
  folke: staff('folke', 'Folke Påhittad', 'lotsen-ledning'),
  gun: staff('gun', 'Gun Exempel', 'lotsen-loggranskare'),
  hugo: staff('hugo', 'Hugo Påhittad', 'lotsen-registrator'),
  ines: staff('ines', 'Ines Exempel', 'lotsen-redaktor'),
  jon: staff('jon', 'Jon Påhittad', 'lotsen-anhorigombud'),
  karin: staff('karin', 'Karin Exempel', 'lotsen-systemadministrator'),
  // Can only sign in with a password at the provider; it says so, as it should.
  lova: staff('lova', 'Lova Påhittad', 'lotsen-konsulent', loa2),
  // The same, but the provider lets it pass and only tells in acr: what a careless provider does.
  max: { ...staff('max', 'Max Exempel', 'lotsen-konsulent', loa2), careless: true },
  // Employed, and in no group that Lotsen knows.
  nils: staff('nils', 'Nils Påhittad', 'lonekontoret'),
};

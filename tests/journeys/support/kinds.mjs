// One page of each kind. Paths, or how one comes to a page that has no address of its own.
const result = async (visitor) => {
  await visitor.open('/lotsen');
  await visitor.chooses('En förälder');
  await visitor.press('Visa vad som kan passa redan nu');
};

export const kinds = [
  ['start', '/'], ['door', '/borja/oro'], ['list of support', '/stod'], ['list, nothing left', '/stod?need=transport&worry=drinking&age=under_15&kind=decision_lss'],
  ['list, narrowed', '/stod?need=respite'],
  ['offer, service', '/stod/enskilda-samtal'], ['offer, needs assessed', '/stod/avlosning-i-hemmet'], ['offer, external', '/stod/anhoriglinjen'],
  ['search, hits', '/sok?q=avlastning'], ['search, corrected', '/sok?q=avl%C3%B6snig+i+hemmet'], ['search, nothing', '/sok?q=xyzzyx'], ['search, despair', '/sok?q=vill+inte+leva'], ['search, empty', '/sok'],
  ['asking', '/fraga'], ['asking, her words', '/fraga/skriv?vill=svar'], ['asking, what does not work', '/fraga/skriv?galler=insats'], ['asking, a visit', '/fraga/besok'], ['asking, a letter', '/fraga/brev'],
  ['asking, protected', '/fraga/skyddad'], ['asking, young', '/ung/fraga'], ['answer, code', '/svar'], ['answer, ended', '/svar/avslutat'],
  ['question', '/lotsen#fraga-2'], ['result', result],
  ['article', '/rattigheter'], ['how to ask', '/sa-fragar-du'], ['law', '/lagen'], ['interruption', '/information'], ['sensitive article', '/information?visa=ja'], ['accessibility', '/tillganglighet'],
  ['young', '/ung'], ['young, further in', '/ung/berattelser'],
  ['guideline', '/riktlinje'], ['statement', '/riktlinje/syfte-1'],
  ['workplaces', '/hanvisa'], ['workplace', '/hanvisa/hemtjanst'], ['cards', '/hanvisa/hemtjanst/kort'],
  ['brochures', '/broschyr'], ['brochure to print', '/broschyr/utskrift'], ['texts to share', '/broschyr/texter'],
  ['not found', '/finns-inte'],
  ['English start', '/en'], ['English offer', '/en/stod/avlosning-i-hemmet'], ['English, not translated', '/en/riktlinje'],
  ['easy start', '/latt'], ['easy article', '/latt/information?visa=ja'], ['easy questions', '/latt/lotsen'], ['easy asking', '/latt/fraga'], ['English asking', '/en/fraga/skriv?vill=ring'], ['easy young', '/latt/ung'],
].map(([name, way]) => ({ name, come: typeof way === 'string' ? (visitor) => visitor.open(way) : way }));

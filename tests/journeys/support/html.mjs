// Whether a page is valid HTML. "standard" and "document" are the HTML standard; the rest are matters of taste, which design.md settles otherwise.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:document'], elements: ['html5'], rules: { 'require-sri': 'off', 'heading-level': ['error', { minInitialRank: 'h2' }], 'no-redundant-role': 'off', 'long-title': 'off', 'tel-non-breaking': 'off' } });

export async function faultsOf(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((r) => r.messages.filter((m) => m.severity === 2).map((m) => `${m.ruleId} at ${m.selector}: ${m.message}`));
}

/**
 * Chooses among the forms of a sentence that a count asks for, by `Intl.PluralRules`: English and German have two,
 * Arabic six. Each form is a whole sentence, so that a language may say it in another order. Used by the catalogue.
 */

/** A sentence in the forms of a language; those that it does not tell apart are `other`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, (count: number) => string>> & {
  readonly other: (count: number) => string;
};

/** Returns what says a count in a language, by its forms. */
export function createPlural(language: string): (forms: PluralForms) => (count: number) => string {
  const rules = new Intl.PluralRules(language);
  return (forms) => (count) => (forms[rules.select(count)] ?? forms.other)(count);
}

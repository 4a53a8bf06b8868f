package planted.customers;

/** Breaks: records of text override toString. */
record ShowsAll(String iban) {}

package planted.customers;

/** Breaks: records of text say what they show. */
record ShowsAll(String iban) {}

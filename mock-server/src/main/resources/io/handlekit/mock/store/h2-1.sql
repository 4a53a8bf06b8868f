SET MAX_LENGTH_INPLACE_LOB 1048576;
CREATE TABLE IF NOT EXISTS handlekit_counters (
  name VARCHAR(64) PRIMARY KEY,
  last BIGINT NOT NULL
);
INSERT INTO handlekit_counters (name, last)
  SELECT * FROM (VALUES ('ids', 0), ('logins', 0), ('tags', 0), ('verifications', 0)) AS start(name, last)
  WHERE NOT EXISTS (SELECT 1 FROM handlekit_counters);
CREATE TABLE IF NOT EXISTS handlekit_customers (
  handle VARCHAR PRIMARY KEY,
  id BIGINT NOT NULL,
  json BLOB NOT NULL,
  email VARCHAR NOT NULL,
  comments_changed_at VARCHAR(40),
  deleted_at VARCHAR(40),
  handle_key VARCHAR NOT NULL,
  first_name_key VARCHAR NOT NULL,
  last_name_key VARCHAR NOT NULL,
  company_name_key VARCHAR NOT NULL,
  email_key VARCHAR NOT NULL,
  comments_key VARCHAR NOT NULL,
  handle_start VARCHAR GENERATED ALWAYS AS (LEFT(handle_key, 64)),
  first_name_start VARCHAR GENERATED ALWAYS AS (LEFT(first_name_key, 64)),
  last_name_start VARCHAR GENERATED ALWAYS AS (LEFT(last_name_key, 64)),
  company_name_start VARCHAR GENERATED ALWAYS AS (LEFT(company_name_key, 64)),
  email_start VARCHAR GENERATED ALWAYS AS (LEFT(email_key, 64))
);
CREATE UNIQUE INDEX IF NOT EXISTS handlekit_customers_id ON handlekit_customers (id);
CREATE INDEX IF NOT EXISTS handlekit_customers_handle ON handlekit_customers (handle_start, id);
CREATE INDEX IF NOT EXISTS handlekit_customers_first_name ON handlekit_customers (first_name_start, id);
CREATE INDEX IF NOT EXISTS handlekit_customers_last_name ON handlekit_customers (last_name_start, id);
CREATE INDEX IF NOT EXISTS handlekit_customers_company_name ON handlekit_customers (company_name_start, id);
CREATE INDEX IF NOT EXISTS handlekit_customers_email ON handlekit_customers (email_start, id);
CREATE TABLE IF NOT EXISTS handlekit_tags (
  tag_key VARCHAR NOT NULL,
  tag_value VARCHAR NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (tag_key, tag_value)
);
CREATE TABLE IF NOT EXISTS handlekit_verifications (
  email VARCHAR PRIMARY KEY,
  id BIGINT NOT NULL,
  handle VARCHAR,
  deadline VARCHAR(40) NOT NULL,
  confirmed BOOLEAN NOT NULL
);
CREATE TABLE IF NOT EXISTS handlekit_tokens (
  token VARCHAR PRIMARY KEY,
  login BIGINT NOT NULL,
  issued_at VARCHAR(40) NOT NULL
);
CREATE INDEX IF NOT EXISTS handlekit_tokens_login ON handlekit_tokens (login);
